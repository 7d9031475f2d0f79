/** Tables of measurements, and the page they are published on. */
@NullMarked
package io.evalbeam.bench.report;

import org.jspecify.annotations.NullMarked;
