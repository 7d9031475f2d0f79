/** Evaluation runs, their responses and scores: what ingestion reads and statistics are made of. */
@NullMarked
package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.NullMarked;
