/** Model tracking as Beam transforms: thin shells around the pure estimators and linkers. */
@NullMarked
package io.evalbeam.transforms.tracking;

import org.jspecify.annotations.NullMarked;
