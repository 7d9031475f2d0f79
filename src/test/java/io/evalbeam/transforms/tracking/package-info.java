/** Tests of the tracking transforms: all outputs of whole transforms, on either runner. */
@NullMarked
package io.evalbeam.transforms.tracking;

import org.jspecify.annotations.NullMarked;
