package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Scores by instance of one row of a {@link TaskRows}.
 *
 * @param row position of the row
 * @param values scores in the order of the keys
 * @param keys position of the instance keys
 * @param texts position of the hashes of the texts
 */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record SharedScores(int row, byte[] values, int keys, int texts) {}
