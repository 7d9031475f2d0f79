package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Everything the sources say about one model: the input of every estimator. Lists are sorted by
 * (source, row) and then by the order inside the row, so that no estimate depends on reading order.
 *
 * @param entityId stable identifier
 * @param name normalised name
 * @param displayName the raw name that occurs most often, ties by code unit order
 * @param developer resolved developer; {@code Unknown} when none is known
 * @param rawNames distinct raw names, sorted
 * @param facts stated values
 * @param scores benchmark scores
 * @param sourceTexts distinct source texts, sorted
 * @param observationCount source rows linked to this entity
 */
@DefaultSchema(RecordSchemaProvider.class)
public record EntityEvidence(
    String entityId,
    String name,
    String displayName,
    String developer,
    List<String> rawNames,
    List<ObservedFact> facts,
    List<ObservedScore> scores,
    List<String> sourceTexts,
    int observationCount) {

  public EntityEvidence {
    rawNames = List.copyOf(rawNames);
    facts = List.copyOf(facts);
    scores = List.copyOf(scores);
    sourceTexts = List.copyOf(sourceTexts);
  }
}
