package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.Comparator;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** A model as leaderboards tell it from others: by its name and by who serves it. */
@DefaultSchema(RecordSchemaProvider.class)
public record NamedModel(
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found; null if not stated.")
        @Nullable String modelDeployment)
    implements Comparable<NamedModel> {

  private static final Comparator<NamedModel> ORDER =
      Comparator.comparing(NamedModel::modelName)
          .thenComparing(
              NamedModel::modelDeployment, Comparator.nullsFirst(Comparator.naturalOrder()));

  @Override
  public int compareTo(NamedModel other) {
    return ORDER.compare(this, other);
  }
}
