/**
 * Arithmetic of large inputs from measured unit costs, and a simulation that schedules the plan.
 */
@NullMarked
package io.evalbeam.bench.scale;

import org.jspecify.annotations.NullMarked;
