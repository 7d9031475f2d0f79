package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.evalbeam.schemas.evaluation.MainMetric;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How benchmarks are published, and which metric speaks for evaluations that no schema describes.
 */
public final class ReleaseSchemas implements Serializable {
  /** Name of the file. */
  public static final String FILE = "release-schemas.yaml";

  private static final String RESOURCE = "/io/evalbeam/reference/" + FILE;

  private final List<ReleaseSchema> schemas;
  private final List<String> genericMetrics;

  private ReleaseSchemas(List<ReleaseSchema> schemas, List<String> genericMetrics) {
    this.schemas = schemas;
    this.genericMetrics = genericMetrics;
  }

  /** The file as written; anything may be missing before validation. */
  record File(
      int version,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<ReleaseSchema> schemas,
      @Nullable Generic generic) {}

  /** Preference among metrics where there are no run groups, as written. */
  record Generic(
      @Nullable String source, @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> metrics) {}

  /** The schemas shipped with Evalbeam. */
  public static ReleaseSchemas load() {
    return Shipped.SCHEMAS;
  }

  /**
   * The shipped schemas, or the user's own.
   *
   * @param replacements text by file name; {@value #FILE} is replaced as a whole
   * @throws InvalidConfigurationException listing every problem
   */
  public static ReleaseSchemas load(Map<String, String> replacements) {
    String text = replacements.get(FILE);
    return text == null ? Shipped.SCHEMAS : parse(FILE, text);
  }

  /**
   * Schemas from YAML text.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing every problem
   */
  public static ReleaseSchemas parse(String origin, String yaml) {
    return validated(origin, StrictYaml.parse(origin, yaml, File.class));
  }

  private static ReleaseSchemas validated(String origin, File file) {
    List<String> problems = new ReleaseSchemaValidation(origin).check(file);
    if (!problems.isEmpty() || file.generic() == null) {
      throw new InvalidConfigurationException(problems);
    }
    return new ReleaseSchemas(file.schemas(), file.generic().metrics());
  }

  /** The schema of a benchmark. */
  public Optional<ReleaseSchema> find(String benchmark) {
    return schemas.stream().filter(schema -> schema.name().equals(benchmark)).findFirst();
  }

  /** Benchmarks with a schema, in the order of the file. */
  public List<String> names() {
    return schemas.stream().map(ReleaseSchema::name).toList();
  }

  /**
   * The metric that speaks for a run without run groups: the first of a fixed order of preference
   * that the run has; a metric that is the only one needs no preference.
   *
   * @param presentMetrics metrics the run has scores of
   * @param format such as {@code lm-eval}: one name may mean different things
   * @return empty when none is preferred; the split is always null
   */
  public Optional<MainMetric> genericMain(
      Set<String> presentMetrics, String format, MetricCatalog metrics) {
    Optional<String> preferred =
        presentMetrics.size() == 1
            ? presentMetrics.stream().findFirst()
            : genericMetrics.stream().filter(presentMetrics::contains).findFirst();
    return preferred.map(
        metric -> ReleaseSchema.mainMetric(metric, null, metrics.find(metric, format)));
  }

  /** Read on first use; all workers of a process share them. */
  private static final class Shipped {
    static final ReleaseSchemas SCHEMAS =
        validated(RESOURCE, StrictYaml.parseResource(RESOURCE, File.class));
  }
}
