/** Training compute from what sources state, with intervals; choice, classes and accuracy. */
@NullMarked
package io.evalbeam.transforms.estimate;

import org.jspecify.annotations.NullMarked;
