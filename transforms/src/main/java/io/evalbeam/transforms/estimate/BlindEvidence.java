package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A row of an export as evidence from which the training compute, and every note on how it was
 * derived, have been taken out.
 *
 * @param evidence what an estimator may see
 * @param actualFlop what was taken out; null where the export states none
 * @param groups names of the groups of evidence the row belongs to
 */
public record BlindEvidence(
    EntityEvidence evidence, @Nullable Double actualFlop, SortedSet<String> groups) {
  /** Rows with chips, their number and the training time. */
  public static final String HARDWARE = "hardware";

  /** Rows about language with parameters and data. */
  public static final String LANGUAGE = "language";

  /** Rows with either chips, number and time, or parameters and data. */
  public static final String EITHER = "either";

  private static final Set<ModelAttribute> HIDDEN =
      EnumSet.of(
          ModelAttribute.TRAINING_COMPUTE,
          ModelAttribute.TRAINING_COMPUTE_NOTES,
          ModelAttribute.FINETUNE_COMPUTE_NOTES);

  public BlindEvidence {
    groups = new TreeSet<>(groups);
  }

  /** Takes a row apart; rows are models of their own, whatever their names. */
  public static BlindEvidence of(ParsedRow row) {
    List<ObservedFact> facts = new ArrayList<>();
    Double actual = null;
    for (StatedFact fact : row.facts()) {
      if (fact.attribute() == ModelAttribute.TRAINING_COMPUTE) {
        actual = fact.number();
      }
      if (!HIDDEN.contains(fact.attribute())) {
        facts.add(
            new ObservedFact(
                fact.attribute(), fact.text(), fact.number(), row.source(), row.row()));
      }
    }
    String stated = row.developerStated();
    EntityEvidence evidence =
        new EntityEvidence(
            row.source() + "-" + row.row(),
            row.rawName(),
            row.rawName(),
            stated == null ? "Unknown" : stated,
            List.of(row.rawName()),
            facts,
            List.of(),
            List.of(row.sourceText()),
            1);
    return new BlindEvidence(evidence, actual, groups(facts));
  }

  private static SortedSet<String> groups(List<ObservedFact> facts) {
    SortedSet<String> groups = new TreeSet<>();
    boolean hardware =
        has(facts, ModelAttribute.TRAINING_HARDWARE)
            && has(facts, ModelAttribute.HARDWARE_QUANTITY)
            && has(facts, ModelAttribute.TRAINING_TIME);
    boolean counted =
        has(facts, ModelAttribute.PARAMETERS) && has(facts, ModelAttribute.DATASET_SIZE);
    boolean language =
        facts.stream()
            .anyMatch(
                fact ->
                    fact.attribute() == ModelAttribute.DOMAIN && fact.text().contains("Language"));
    if (hardware) {
      groups.add(HARDWARE);
    }
    if (counted && language) {
      groups.add(LANGUAGE);
    }
    if (hardware || counted) {
      groups.add(EITHER);
    }
    return groups;
  }

  private static boolean has(List<ObservedFact> facts, ModelAttribute attribute) {
    return facts.stream().anyMatch(fact -> fact.attribute() == attribute);
  }
}
