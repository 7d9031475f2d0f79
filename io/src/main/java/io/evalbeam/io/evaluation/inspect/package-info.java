/** Logs of Inspect, version 2: one JSON file, or a ZIP archive of the same parts. */
@NullMarked
package io.evalbeam.io.evaluation.inspect;

import org.jspecify.annotations.NullMarked;
