package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.DomainFactors;
import io.evalbeam.schemas.reference.DomainFactors.Rule;
import io.evalbeam.schemas.reference.Specifications.Specification;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data points seen in training.
 *
 * @param size data points of one pass
 * @param passes passes, stated or the rule's
 * @param passesStated whether a source states them
 * @param rule what one data point costs
 */
record TrainingData(StatedNumber size, StatedNumber passes, boolean passesStated, Rule rule) {

  private static final Pattern TOKENS =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*(t|b|trillion|billion)\\s+(?:training\\s+)?tokens\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STAGES = Pattern.compile("\\d{4,}(?:\\s*[,;+]\\s*\\d{4,})+");

  /** The data that evidence or a published specification give; empty when the size is unknown. */
  static Optional<TrainingData> of(
      Facts facts, @Nullable Specification specification, DomainFactors factors) {
    Double published = specification == null ? null : specification.dataPoints();
    if (specification != null && published != null) {
      String source = "specifications.yaml: " + specification.source();
      return withPasses(facts, new StatedNumber(published, source, false), specification, factors);
    }
    return size(facts).flatMap(size -> withPasses(facts, size, null, factors));
  }

  private static Optional<TrainingData> withPasses(
      Facts facts,
      StatedNumber size,
      @Nullable Specification specification,
      DomainFactors factors) {
    Optional<Rule> found = factors.find(areas(facts), size.value());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Rule rule = found.get();
    if (specification != null && specification.passes() != null) {
      StatedNumber passes = new StatedNumber(specification.passes(), size.source(), false);
      return Optional.of(new TrainingData(size, passes, true, rule));
    }
    Optional<StatedNumber> stated = facts.number(ModelAttribute.EPOCHS);
    StatedNumber passes =
        stated.orElseGet(
            () ->
                new StatedNumber(
                    rule.passesIfUnstated(), "domains.yaml: rule " + rule.id(), false));
    return Optional.of(new TrainingData(size, passes, stated.isPresent(), rule));
  }

  private static Optional<StatedNumber> size(Facts facts) {
    Optional<StatedNumber> stated = facts.number(ModelAttribute.DATASET_SIZE);
    if (stated.isPresent()) {
      return stated;
    }
    Optional<ObservedFact> cell = facts.first(ModelAttribute.DATASET_SIZE);
    if (cell.isPresent() && STAGES.matcher(cell.get().text().strip()).matches()) {
      double sum =
          Arrays.stream(cell.get().text().strip().split("\\s*[,;+]\\s*"))
              .mapToDouble(Double::parseDouble)
              .sum();
      return Optional.of(new StatedNumber(sum, "stages summed, " + Facts.place(cell.get()), false));
    }
    return facts.first(ModelAttribute.DATASET_NOTES).flatMap(TrainingData::onlyTokenCount);
  }

  /** Notes count only when they name a single number of tokens. */
  private static Optional<StatedNumber> onlyTokenCount(ObservedFact notes) {
    TreeSet<Double> counts = new TreeSet<>();
    Matcher matcher = TOKENS.matcher(notes.text());
    while (matcher.find()) {
      counts.add(ParameterCount.amount(matcher));
    }
    return counts.size() == 1
        ? Optional.of(
            new StatedNumber(counts.first(), "notes on the dataset, " + Facts.place(notes), false))
        : Optional.empty();
  }

  /** Subject areas; sources that name none list language models. */
  static List<String> areas(Facts facts) {
    String cell = facts.text(ModelAttribute.DOMAIN);
    return cell.isBlank() ? List.of("Language") : List.of(cell.strip().split("\\s*[,;]\\s*"));
  }
}
