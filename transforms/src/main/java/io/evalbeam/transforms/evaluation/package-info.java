/**
 * Exact mergeable states between ingestion and aggregation: statistics of a run's cells, scores by
 * instance, paired differences of models. Pure Java; whoever merges them in whatever order gets the
 * same bytes.
 */
@NullMarked
package io.evalbeam.transforms.evaluation;

import org.jspecify.annotations.NullMarked;
