/** Versioned reference data, loaded from resource files and validated at start. */
@NullMarked
package io.evalbeam.schemas.reference;

import org.jspecify.annotations.NullMarked;
