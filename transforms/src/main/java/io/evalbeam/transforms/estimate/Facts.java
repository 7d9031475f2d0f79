package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stated about one model. Where sources differ, the value that most of them agree on within
 * a tenth counts (their lower median), and of equally many the one that comes first.
 */
final class Facts {
  private static final double AGREEMENT = 1.1;

  private final EntityEvidence evidence;

  Facts(EntityEvidence evidence) {
    this.evidence = evidence;
  }

  EntityEvidence evidence() {
    return evidence;
  }

  /** Settled number of the attribute; facts that are not positive numbers are passed over. */
  Optional<StatedNumber> number(ModelAttribute attribute) {
    List<ObservedFact> facts =
        evidence.facts().stream()
            .filter(fact -> fact.attribute() == attribute && isPositive(fact.number()))
            .toList();
    List<ObservedFact> best = List.of();
    for (ObservedFact fact : facts) {
      List<ObservedFact> agreeing =
          facts.stream().filter(other -> agree(value(fact), value(other))).toList();
      if (agreeing.size() > best.size()) {
        best = agreeing;
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<ObservedFact> ordered = new ArrayList<>(best);
    ordered.sort((left, right) -> Double.compare(value(left), value(right)));
    ObservedFact chosen = ordered.get((ordered.size() - 1) / 2);
    boolean conflicting = facts.stream().anyMatch(fact -> !agree(value(fact), value(chosen)));
    return Optional.of(new StatedNumber(value(chosen), place(chosen), conflicting));
  }

  /** First fact of the attribute with text in it. */
  Optional<ObservedFact> first(ModelAttribute attribute) {
    return evidence.facts().stream()
        .filter(fact -> fact.attribute() == attribute && !fact.text().isBlank())
        .findFirst();
  }

  /** Text of the first fact, empty when there is none. */
  String text(ModelAttribute attribute) {
    return first(attribute).map(ObservedFact::text).orElse("");
  }

  /** Whether facts of this attribute have different texts. */
  boolean textsDiffer(ModelAttribute attribute) {
    return evidence.facts().stream()
            .filter(fact -> fact.attribute() == attribute && !fact.text().isBlank())
            .map(fact -> fact.text().strip())
            .distinct()
            .count()
        > 1;
  }

  /** Year of the first release date; null when none is stated. */
  @Nullable Integer releaseYear() {
    String date = text(ModelAttribute.RELEASE_DATE);
    return date.matches("\\d{4}(-.*)?") ? Integer.valueOf(date.substring(0, 4)) : null;
  }

  /** Names of the model, the displayed one first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(evidence.displayName());
    names.addAll(evidence.rawNames());
    names.add(evidence.name());
    return names.stream().distinct().toList();
  }

  static String place(ObservedFact fact) {
    return fact.source() + " row " + fact.row();
  }

  private static boolean isPositive(@Nullable Double number) {
    return number != null && number > 0 && !number.isInfinite();
  }

  private static double value(ObservedFact fact) {
    Double number = fact.number();
    return number == null ? Double.NaN : number;
  }

  private static boolean agree(double left, double right) {
    return Math.max(left, right) <= AGREEMENT * Math.min(left, right);
  }
}
