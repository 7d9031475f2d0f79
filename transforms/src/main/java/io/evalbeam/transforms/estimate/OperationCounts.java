package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.DomainFactors;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Specifications.Specification;
import io.evalbeam.schemas.reference.TokenPriors;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 6 · active parameters · data points · passes · the domain's factor (Kaplan et al., arXiv
 * 2001.08361). With parameters alone, tokens come from the prior of the release year.
 */
final class OperationCounts {
  private static final double OPERATIONS_PER_PARAMETER = 6;
  private static final double AGREEMENT = 1.1;

  private final ReferenceLibrary library;

  OperationCounts(ReferenceLibrary library) {
    this.library = library;
  }

  Optional<FlopEstimate> estimate(Facts facts) {
    Optional<Specification> published =
        facts.names().stream()
            .flatMap(name -> library.specifications().find(name).stream())
            .findFirst();
    DomainFactors.MixtureOfExperts experts = library.domains().mixtureOfExperts();
    return ParameterCount.of(facts, published.orElse(null), experts)
        .flatMap(
            parameters ->
                estimate(
                    facts, parameters, published.orElse(null), EstimationMethod.OPERATION_COUNT));
  }

  /** With a parameter count found elsewhere, such as in the name. */
  Optional<FlopEstimate> estimate(
      Facts facts,
      ParameterCount parameters,
      @Nullable Specification published,
      EstimationMethod method) {
    EstimateDraft draft = new EstimateDraft(facts.evidence(), method);
    draft.input("active_parameters", parameters.active());
    StatedNumber total = parameters.total();
    if (total != null && total.value() != parameters.active().value()) {
      draft.input("total_parameters", total);
    }
    if (parameters.activeAssumed()) {
      draft.flag(EstimateFlag.ACTIVE_PARAMETERS_UNKNOWN);
    }
    if (published != null && contradicts(facts, published)) {
      draft.flag(EstimateFlag.INPUTS_CONFLICT);
    }
    Optional<TrainingData> data = TrainingData.of(facts, published, library.domains());
    return data.isPresent()
        ? counted(draft, parameters, data.get(), method, published != null)
        : assumed(draft, facts, parameters);
  }

  private static boolean contradicts(Facts facts, Specification published) {
    Optional<StatedNumber> stated = facts.number(ModelAttribute.PARAMETERS);
    if (stated.isEmpty()) {
      return false;
    }
    double ratio = stated.get().value() / published.parametersTotal();
    return ratio > AGREEMENT || ratio < 1 / AGREEMENT;
  }

  private Optional<FlopEstimate> counted(
      EstimateDraft draft,
      ParameterCount parameters,
      TrainingData data,
      EstimationMethod method,
      boolean published) {
    DomainFactors.Rule rule = data.rule();
    draft.input("data_points", data.size());
    draft.input("passes", data.passes());
    if (rule.dataPointFactor() != 1) {
      draft.input("data_point_factor", rule.dataPointFactor(), "domains.yaml: rule " + rule.id());
    }
    if (rule.assumed()) {
      draft.flag(EstimateFlag.DOMAIN_FACTOR_ASSUMED);
    }
    boolean passesKnown = data.passesStated();
    if (!passesKnown) {
      draft.flag(EstimateFlag.EPOCHS_ASSUMED);
    }
    double log10Flop =
        Math.log10(OPERATIONS_PER_PARAMETER)
            + Math.log10(parameters.active().value())
            + Math.log10(data.size().value())
            + Math.log10(data.passes().value())
            + Math.log10(rule.dataPointFactor());
    double expertsSigma =
        parameters.activeAssumed() ? library.domains().mixtureOfExperts().sigma() : 0;
    double passesSigma = passesKnown ? 0 : rule.passesSigma();
    draft.input(
        EstimateDraft.COMBINATION_SIGMA,
        EstimateDraft.quadrature(rule.sigma(), EstimateDraft.quadrature(passesSigma, expertsSigma)),
        "domains.yaml: rule " + rule.id());
    Uncertainties.Entry width = library.uncertainties().of(kind(rule, passesKnown));
    double more = EstimateDraft.NORMAL_95 * expertsSigma;
    return draft.build(
        log10Flop,
        EstimateDraft.quadrature(width.below(), more),
        EstimateDraft.quadrature(width.above(), more),
        confidence(method, rule, passesKnown, parameters.activeAssumed(), published),
        sentence(parameters, data, Math.pow(10, log10Flop)));
  }

  private static Uncertainties.Kind kind(DomainFactors.Rule rule, boolean passesKnown) {
    if (rule.assumed()) {
      return Uncertainties.Kind.OPERATIONS_DOMAIN_FACTOR;
    }
    if (passesKnown) {
      return Uncertainties.Kind.OPERATIONS_STATED_PASSES;
    }
    return rule.passesCustomary()
        ? Uncertainties.Kind.OPERATIONS_CUSTOMARY_PASSES
        : Uncertainties.Kind.OPERATIONS_GUESSED_PASSES;
  }

  private static Confidence confidence(
      EstimationMethod method,
      DomainFactors.Rule rule,
      boolean passesKnown,
      boolean activeAssumed,
      boolean published) {
    boolean passesGuessed = !passesKnown && !rule.passesCustomary();
    if (method == EstimationMethod.NAME_SIZE || rule.assumed() || passesGuessed) {
      return Confidence.SPECULATIVE;
    }
    return (passesKnown || published) && !activeAssumed ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static String sentence(ParameterCount parameters, TrainingData data, double flop) {
    DomainFactors.Rule rule = data.rule();
    String factor =
        rule.dataPointFactor() == 1 ? "" : " × " + Wording.number(rule.dataPointFactor());
    return "6 × "
        + Wording.number(parameters.active().value())
        + (parameters.activeAssumed() ? " active parameters (prior share)" : " active parameters")
        + " × "
        + Wording.number(data.size().value())
        + " data points × "
        + Wording.number(data.passes().value())
        + (data.passesStated() ? " passes" : " passes (assumed)")
        + factor
        + " = "
        + Wording.number(flop)
        + " FLOP.";
  }

  private Optional<FlopEstimate> assumed(
      EstimateDraft draft, Facts facts, ParameterCount parameters) {
    if (!TrainingData.areas(facts).contains("Language")) {
      return Optional.empty();
    }
    TokenPriors.Prior prior = library.tokens().forYear(facts.releaseYear());
    draft.input("data_points", prior.tokens(), "tokens.yaml: " + prior.source());
    draft.flag(EstimateFlag.TOKENS_ASSUMED);
    double log10Flop =
        Math.log10(OPERATIONS_PER_PARAMETER)
            + Math.log10(parameters.active().value())
            + Math.log10(prior.tokens());
    double expertsSigma =
        parameters.activeAssumed() ? library.domains().mixtureOfExperts().sigma() : 0;
    double width = EstimateDraft.NORMAL_95 * EstimateDraft.quadrature(prior.sigma(), expertsSigma);
    return draft.build(
        log10Flop,
        width,
        width,
        Confidence.SPECULATIVE,
        "6 × "
            + Wording.number(parameters.active().value())
            + " active parameters × "
            + Wording.number(prior.tokens())
            + " tokens (prior of the release year) = "
            + Wording.number(Math.pow(10, log10Flop))
            + " FLOP.");
  }
}
