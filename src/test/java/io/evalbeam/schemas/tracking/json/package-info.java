/** Tests of the JSON shape of model files. */
@NullMarked
package io.evalbeam.schemas.tracking.json;

import org.jspecify.annotations.NullMarked;
