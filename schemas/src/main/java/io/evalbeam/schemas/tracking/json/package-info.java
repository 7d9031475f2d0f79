/** The JSON shape of model files, shared by readers, writers and policies. */
@NullMarked
package io.evalbeam.schemas.tracking.json;

import org.jspecify.annotations.NullMarked;
