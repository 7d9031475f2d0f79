/** How every stage runs: staging, progress, publication, receipt. */
@NullMarked
package io.evalbeam.pipelines.run;

import org.jspecify.annotations.NullMarked;
