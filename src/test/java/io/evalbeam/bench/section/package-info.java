/** What is measured: one class a question. */
@NullMarked
package io.evalbeam.bench.section;

import org.jspecify.annotations.NullMarked;
