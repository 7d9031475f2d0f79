/**
 * Runs on a real Flink cluster on this machine, its loss of a worker, and the scripts that keep it.
 */
@NullMarked
package io.evalbeam.cluster;

import org.jspecify.annotations.NullMarked;
