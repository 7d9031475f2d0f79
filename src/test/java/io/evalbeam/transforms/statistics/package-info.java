/** Tests of the statistics against published figures, closed forms, brute force and simulation. */
@NullMarked
package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.NullMarked;
