package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * Who wins how often against the others on one instance, summed over the instances that exactly
 * these models answered. A win counts two, a tie one.
 */
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record WinTotals(
    @SchemaFieldDescription("Models, sorted.") List<NamedModel> models,
    @SchemaFieldDescription("Instances.") long instances,
    @SchemaFieldDescription("Half-wins of every model, then products of those of two models.")
        byte[] sums) {

  public WinTotals {
    models = List.copyOf(models);
  }
}
