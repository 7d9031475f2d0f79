package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Sums of every pair of models over tasks of which scores point the same way. */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record PairTotals(
    @SchemaFieldDescription("Direction of the tasks; null if unknown.")
        @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Models, sorted.") List<NamedModel> models,
    @SchemaFieldDescription(
            "Exact sums of the paired differences, by the second model, then by the first.")
        byte[] sums) {

  public PairTotals {
    models = List.copyOf(models);
  }
}
