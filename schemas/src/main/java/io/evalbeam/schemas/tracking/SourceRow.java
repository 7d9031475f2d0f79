package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * One model row of one source after reading and naming, as stored in {@code
 * scraped/{source}_models.json}. The key is (source, row).
 *
 * @param source source name
 * @param row data row, counted from 1 without the header
 * @param rawName the name cell, trimmed
 * @param name normalised under the run's identity policy
 * @param developerStated the organisation cell, null where the source has none
 * @param developer resolved under the policy; {@code Unknown} if neither stated nor guessed
 * @param developerOrigin how the developer was found
 * @param variant what the name says besides the base model
 * @param scores in the order of the source description
 * @param facts in column order
 * @param sourceText where a reader finds the source, with its description
 * @param observedAt date-time of retrieval or of the source's own stamp, ISO with Z; null if
 *     unknown
 */
@DefaultSchema(RecordSchemaProvider.class)
public record SourceRow(
    @SchemaFieldDescription("Source name.") String source,
    @SchemaFieldDescription("Data row from 1.") int row,
    @SchemaFieldDescription("Name as found.") String rawName,
    @SchemaFieldDescription("Normalised name.") String name,
    @SchemaFieldDescription("Developer as stated.") @Nullable String developerStated,
    @SchemaFieldDescription("Developer resolved.") String developer,
    @SchemaFieldDescription("How the developer was found.") DeveloperOrigin developerOrigin,
    @SchemaFieldDescription("Variant attributes in the name.") Variant variant,
    @SchemaFieldDescription("Scores in source order.") List<BenchmarkScore> scores,
    @SchemaFieldDescription("Other stated values in column order.") List<StatedFact> facts,
    @SchemaFieldDescription("URL and description of the source.") String sourceText,
    @SchemaFieldDescription("When the source was read, ISO date-time with Z.")
        @Nullable String observedAt) {

  public SourceRow {
    scores = List.copyOf(scores);
    facts = List.copyOf(facts);
  }
}
