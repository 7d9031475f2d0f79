package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.SourceRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Training compute of one model under the {@code tracker} policy: override, known specification,
 * size in the name, benchmarks. The first that applies is chosen, the others are its alternatives;
 * then the developer cap may replace it.
 */
public final class TrackerEstimator {
  private static final Pattern TUNING = PythonText.pattern("[-_]instruct$|[-_]chat$|[-_]base$");
  private static final Pattern WEIGHT_FORMAT = PythonText.pattern("[-_]fp\\d+$|[-_]bnb[-_]nf\\d+");
  private static final String BEFORE_CAP = "Original estimate before resource constraint cap: ";

  private final TrackerConfiguration configuration;
  private final TrackerBenchmarks benchmarks;
  private final TrackerCap cap;

  /** A parameter count with the rule it comes from. */
  private record Parameters(BigInteger count, String source) {}

  public TrackerEstimator(TrackerConfiguration configuration) {
    this.configuration = configuration;
    this.benchmarks = new TrackerBenchmarks(configuration);
    this.cap = new TrackerCap(configuration);
  }

  /** Estimates one model. */
  public TrackerResult estimate(TrackerMerge.Merged merged) {
    SourceRow row = merged.row();
    String key = lookupKey(row.name());
    List<TrackerEstimate> estimates = new ArrayList<>();
    override(key).ifPresent(estimates::add);

    TrackerConfiguration.Specification specification = configuration.specifications().get(key);
    Parameters parameters = parameters(specification, key);
    specified(specification, key).ifPresent(estimates::add);

    Optional<TrackerTokens.Size> size = TrackerTokens.ofName(row.name());
    if (size.isPresent() && !isSame(parameters, size.get())) {
      TrackerTokens.estimate(size.get()).ifPresent(estimates::add);
    }
    if (parameters == null && size.isPresent()) {
      parameters = new Parameters(size.get().parameters(), "extracted_from_name");
    }
    benchmarks.combined(row.name(), row.scores()).ifPresent(estimates::add);

    boolean undisclosed = specification != null && !isComplete(specification);
    return capped(merged, estimates, parameters, undisclosed);
  }

  /** The name under which overrides and specifications are found. */
  static String lookupKey(String name) {
    String key = TUNING.matcher(PythonText.lower(name)).replaceAll("");
    return WEIGHT_FORMAT.matcher(key).replaceAll("");
  }

  private TrackerResult capped(
      TrackerMerge.Merged merged,
      List<TrackerEstimate> estimates,
      @Nullable Parameters parameters,
      boolean undisclosedSpecification) {
    SourceRow row = merged.row();
    Optional<TrackerEstimate> capped =
        estimates.isEmpty()
            ? Optional.empty()
            : cap.apply(cap.decisiveDeveloper(row.name(), row.developer()), estimates.get(0));
    if (capped.isPresent()) {
      TrackerEstimate original = estimates.get(0);
      estimates.set(0, capped.get());
      estimates.add(
          new TrackerEstimate(
              original.method(),
              original.flop(),
              original.confidence(),
              BEFORE_CAP + original.reasoning()));
    }
    return new TrackerResult(
        row.name(),
        row.developer(),
        parameters == null ? null : parameters.count().doubleValue(),
        parameters == null ? null : parameters.source(),
        estimates,
        capped.isPresent(),
        undisclosedSpecification,
        merged);
  }

  private Optional<TrackerEstimate> override(String key) {
    return Optional.ofNullable(configuration.overrides().get(key))
        .map(
            entry ->
                new TrackerEstimate(
                    EstimationMethod.CURATED_OVERRIDE,
                    entry.flop(),
                    entry.confidence(),
                    entry.reasoning()));
  }

  private static Optional<TrackerEstimate> specified(
      TrackerConfiguration.@Nullable Specification specification, String key) {
    if (specification == null) {
      return Optional.empty();
    }
    BigInteger parameters = specification.parameters();
    BigInteger tokens = specification.tokens();
    if (parameters == null || tokens == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TrackerEstimate(
            EstimationMethod.OPERATION_COUNT,
            TrackerTokens.operations(parameters, tokens),
            specification.confidence(),
            "Known model specification '"
                + key
                + "': "
                + TrackerTokens.formula(parameters, tokens)));
  }

  private static @Nullable Parameters parameters(
      TrackerConfiguration.@Nullable Specification specification, String key) {
    if (specification == null || !isComplete(specification)) {
      return null;
    }
    BigInteger count = specification.parameters();
    return count == null ? null : new Parameters(count, "known_specification:" + key);
  }

  private static boolean isComplete(TrackerConfiguration.Specification specification) {
    return specification.parameters() != null && specification.tokens() != null;
  }

  private static boolean isSame(@Nullable Parameters parameters, TrackerTokens.Size size) {
    return parameters != null && parameters.count().equals(size.parameters());
  }
}
