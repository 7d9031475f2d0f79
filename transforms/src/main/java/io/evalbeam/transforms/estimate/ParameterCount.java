package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.DomainFactors;
import io.evalbeam.schemas.reference.Specifications.Specification;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that a token meets.
 *
 * @param active parameters per token, possibly total parameters times a prior share
 * @param total all parameters; null when only the active ones are known
 * @param activeAssumed whether the active share is a prior
 */
record ParameterCount(StatedNumber active, @Nullable StatedNumber total, boolean activeAssumed) {

  private static final String AMOUNT =
      "(\\d+(?:\\.\\d+)?)\\s*(t|b|bn|m|trillion|billion|million)\\b";
  private static final Pattern AMOUNT_ACTIVE =
      Pattern.compile(
          AMOUNT
              + "[\\s-]*(?:parameters?|params?|weights)?\\s*(?:are\\s+)?activ(?:e|ated|ation)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACTIVE_AMOUNT =
      Pattern.compile(
          "\\bactiv(?:e|ated|ation)\\s*(?:parameters?|params?)?\\s*[:=]?\\s*(?:of|is|are)?\\s*~?"
              + AMOUNT,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT_ACTIVE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*%\\s+of\\s+(?:the\\s+|its\\s+)?(?:weights|parameters)\\s+(?:are\\s+)?activ",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_ACTIVE =
      Pattern.compile("(?<![A-Za-z0-9.])[Aa](\\d+(?:\\.\\d+)?)[Bb](?![A-Za-z0-9])");
  private static final Pattern EXPERTS =
      Pattern.compile(
          "\\bmixture[- ]of[- ]experts?\\b|\\bmoe\\b|\\bsparsely[- ](?:gated|activated)\\b|(?<![A-Za-z0-9])\\d+x\\d+(?:\\.\\d+)?b\\b",
          Pattern.CASE_INSENSITIVE);

  /** The counts that evidence or a published specification give. */
  static Optional<ParameterCount> of(
      Facts facts, @Nullable Specification specification, DomainFactors.MixtureOfExperts experts) {
    if (specification != null) {
      return Optional.of(published(specification));
    }
    Optional<StatedNumber> total = facts.number(ModelAttribute.PARAMETERS);
    Optional<StatedNumber> active = active(facts, total.orElse(null));
    if (active.isPresent()) {
      return Optional.of(new ParameterCount(active.get(), total.orElse(null), false));
    }
    return total.map(all -> withoutActive(facts, all, experts));
  }

  private static ParameterCount published(Specification specification) {
    String source = "specifications.yaml: " + specification.source();
    Double active = specification.parametersActive();
    StatedNumber total = new StatedNumber(specification.parametersTotal(), source, false);
    return new ParameterCount(
        active == null ? total : new StatedNumber(active, source, false), total, false);
  }

  /** A total found in the name, with the active count that the name or notes may hold. */
  static ParameterCount named(
      Facts facts, StatedNumber total, DomainFactors.MixtureOfExperts experts) {
    return active(facts, total)
        .map(active -> new ParameterCount(active, total, false))
        .orElseGet(() -> withoutActive(facts, total, experts));
  }

  /** Total parameters alone: all are active unless the model is a mixture of experts. */
  private static ParameterCount withoutActive(
      Facts facts, StatedNumber total, DomainFactors.MixtureOfExperts experts) {
    if (!isMixtureOfExperts(facts)) {
      return new ParameterCount(total, total, false);
    }
    StatedNumber assumed =
        new StatedNumber(
            total.value() * experts.activeShare(),
            "domains.yaml: mixture_of_experts share of " + total.source(),
            total.conflicting());
    return new ParameterCount(assumed, total, true);
  }

  private static Optional<StatedNumber> active(Facts facts, @Nullable StatedNumber total) {
    Optional<StatedNumber> stated = facts.number(ModelAttribute.ACTIVE_PARAMETERS);
    if (stated.isPresent()) {
      return stated;
    }
    Optional<ObservedFact> notes = facts.first(ModelAttribute.PARAMETERS_NOTES);
    if (notes.isPresent()) {
      String text = notes.get().text();
      String source = "notes on parameters, " + Facts.place(notes.get());
      for (Pattern pattern : List.of(AMOUNT_ACTIVE, ACTIVE_AMOUNT)) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          Optional<StatedNumber> fewer = below(total, amount(matcher), source);
          if (fewer.isPresent()) {
            return fewer;
          }
        }
      }
      Matcher percent = PERCENT_ACTIVE.matcher(text);
      if (total != null && percent.find()) {
        double value = Double.parseDouble(percent.group(1)) / 100 * total.value();
        return below(total, value, source);
      }
    }
    for (String name : facts.names()) {
      Matcher matcher = NAME_ACTIVE.matcher(name.replace('_', '-'));
      if (matcher.find()) {
        return below(total, Double.parseDouble(matcher.group(1)) * 1e9, "the name " + name);
      }
    }
    return Optional.empty();
  }

  /** Active parameters are fewer than all; text that says otherwise is about something else. */
  private static Optional<StatedNumber> below(
      @Nullable StatedNumber total, double value, String source) {
    if (!(value > 0) || (total != null && value >= total.value())) {
      return Optional.empty();
    }
    return Optional.of(new StatedNumber(value, source, total != null && total.conflicting()));
  }

  private static boolean isMixtureOfExperts(Facts facts) {
    return EXPERTS.matcher(facts.text(ModelAttribute.PARAMETERS_NOTES)).find()
        || EXPERTS.matcher(facts.text(ModelAttribute.ARCHITECTURE)).find()
        || facts.names().stream().anyMatch(name -> EXPERTS.matcher(name.replace('_', '-')).find());
  }

  /** Number and unit word of an amount, groups 1 and 2. */
  static double amount(Matcher matcher) {
    double scale =
        switch (matcher.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
          case 't' -> 1e12;
          case 'b' -> 1e9;
          default -> 1e6;
        };
    return Double.parseDouble(matcher.group(1)) * scale;
  }
}
