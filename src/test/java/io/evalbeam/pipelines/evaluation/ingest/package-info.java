/** Tests of ingestion, most of them by real command lines. */
@NullMarked
package io.evalbeam.pipelines.evaluation.ingest;

import org.jspecify.annotations.NullMarked;
