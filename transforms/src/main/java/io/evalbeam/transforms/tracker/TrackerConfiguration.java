package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.Confidence;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's configuration of the {@code tracker} policy. The three files are those of the original
 * tracker; what it ignores in them (priorities, token rules, settings) is ignored here too.
 *
 * @param overrides by model name
 * @param specifications by model name
 * @param anchors by benchmark
 * @param developers by developer, in file order
 */
public record TrackerConfiguration(
    Map<String, CuratedOverride> overrides,
    Map<String, Specification> specifications,
    Map<String, Anchor> anchors,
    Map<String, DeveloperRule> developers) {

  /** File of overrides and specifications. */
  public static final String METHODS_FILE = "flop_estimation_methods.json";

  /** File of benchmark anchors. */
  public static final String ANCHORS_FILE = "benchmark_references.json";

  /** File of developer rules. */
  public static final String DEVELOPERS_FILE = "developer_exclusion_criteria.json";

  /** All files that {@link #parse} needs. */
  public static final Set<String> FILES = Set.of(METHODS_FILE, ANCHORS_FILE, DEVELOPERS_FILE);

  /**
   * A training compute that is used as it stands.
   *
   * @param flop FLOP, positive
   */
  public record CuratedOverride(double flop, Confidence confidence, String reasoning) {}

  /**
   * Size and training data of a known model.
   *
   * @param parameters null when not disclosed, positive otherwise
   * @param tokens null when not disclosed, positive otherwise
   */
  public record Specification(
      @Nullable BigInteger parameters, @Nullable BigInteger tokens, Confidence confidence) {}

  /**
   * The model that a benchmark's power law is tied to.
   *
   * @param model its name
   * @param score its score, positive
   * @param flop its training compute, FLOP, positive
   * @param exponent of the power law
   * @param threshold whether better models are only said to be above the anchor
   * @param citation where score and compute come from
   */
  public record Anchor(
      String model,
      double score,
      double flop,
      double exponent,
      boolean threshold,
      String citation) {}

  /** Whether a developer's estimates are capped, and why. */
  public record DeveloperRule(boolean excluded, String reason) {}

  public TrackerConfiguration {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    specifications = Collections.unmodifiableMap(new LinkedHashMap<>(specifications));
    anchors = Collections.unmodifiableMap(new LinkedHashMap<>(anchors));
    developers = Collections.unmodifiableMap(new LinkedHashMap<>(developers));
  }

  /**
   * Parses the files of {@link #FILES}; others are ignored.
   *
   * @param texts file name to content
   * @throws InvalidConfigurationException with every missing file and every unusable entry
   */
  public static TrackerConfiguration parse(Map<String, String> texts) {
    return new TrackerConfigurationParser(texts).parse();
  }

  /** The rule for a developer: exact spelling first, then any case. */
  Optional<DeveloperRule> developerRule(String developer) {
    DeveloperRule exact = developers.get(developer);
    if (exact != null) {
      return Optional.of(exact);
    }
    String lower = PythonText.lower(developer);
    return developers.entrySet().stream()
        .filter(entry -> PythonText.lower(entry.getKey()).equals(lower))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
