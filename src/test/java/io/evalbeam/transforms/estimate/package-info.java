/** Tests of compute estimation. */
@NullMarked
package io.evalbeam.transforms.estimate;

import org.jspecify.annotations.NullMarked;
