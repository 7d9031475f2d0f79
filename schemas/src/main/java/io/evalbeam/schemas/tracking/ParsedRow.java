package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * One model row of one source as a reader delivers it, before names and developers are resolved.
 *
 * @param source source name
 * @param row data row, counted from 1 without the header; rejected rows keep their number
 * @param rawName the name cell, trimmed, not empty
 * @param developerStated the organisation cell, null when blank or absent
 * @param scores in the order of the source description
 * @param facts in the order of the source description
 * @param sourceText URL and description of the source
 * @param observedAt ISO date-time with Z when the source itself carries one, else null
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ParsedRow(
    String source,
    int row,
    String rawName,
    @Nullable String developerStated,
    List<BenchmarkScore> scores,
    List<StatedFact> facts,
    String sourceText,
    @Nullable String observedAt) {

  public ParsedRow {
    scores = List.copyOf(scores);
    facts = List.copyOf(facts);
  }
}
