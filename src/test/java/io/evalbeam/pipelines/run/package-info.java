/** Runner options, receipts and what is left out of them. */
@NullMarked
package io.evalbeam.pipelines.run;

import org.jspecify.annotations.NullMarked;
