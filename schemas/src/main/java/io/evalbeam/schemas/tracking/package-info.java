/** Records of model compute tracking: rows of sources, entities, estimates, curated models. */
@NullMarked
package io.evalbeam.schemas.tracking;

import org.jspecify.annotations.NullMarked;
