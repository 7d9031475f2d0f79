package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Where the state of a bucket can be read: in staging if it was made now, else where it was
 * published.
 *
 * @param bucket number of the bucket
 * @param statistics rows of comprehensive statistics, in order
 * @param comparisons results of comparisons
 * @param pairs finished rows of pairs of models, by task
 * @param totals what adds up over tasks
 * @param states states of comparisons
 * @param issues issues of its tasks
 */
@DefaultSchema(RecordSchemaProvider.class)
public record BucketFiles(
    int bucket,
    String statistics,
    String comparisons,
    String pairs,
    String totals,
    String states,
    String issues) {}
