/** Tests of grouping. */
@NullMarked
package io.evalbeam.transforms.grouping;

import org.jspecify.annotations.NullMarked;
