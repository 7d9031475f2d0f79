package io.evalbeam.schemas.reference;

import static io.evalbeam.schemas.reference.MetricCatalogFile.Scoped.ANYWHERE;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about metrics: direction, bounds, unit. The most particular entry for a name
 * counts: the name itself, then the name without {@code @k} (the best of k completions), then the
 * first pattern that fits. Entries for one format count before those for all.
 */
public final class MetricCatalog implements Serializable {
  /** Name of the file. */
  public static final String FILE = "metrics.yaml";

  private static final String RESOURCE = "/io/evalbeam/reference/" + FILE;

  private final Map<List<String>, MetricInfo> byName = new HashMap<>();
  private final List<NamePattern> patterns = new ArrayList<>();

  private MetricCatalog(List<MetricCatalogFile.Scoped> metrics) {
    for (MetricCatalogFile.Scoped metric : metrics) {
      String name = metric.info().name();
      for (String format : metric.formats()) {
        if (name.indexOf('*') >= 0) {
          patterns.add(new NamePattern(format, List.of(name.split("\\*", -1)), metric.info()));
        } else {
          byName.put(List.of(format, name), metric.info());
        }
      }
    }
  }

  /** The catalogue shipped with Evalbeam. */
  public static MetricCatalog load() {
    return Shipped.CATALOG;
  }

  /**
   * The shipped catalogue, or the user's own.
   *
   * @param replacements text by file name; {@value #FILE} is replaced as a whole
   * @throws InvalidConfigurationException listing every problem
   */
  public static MetricCatalog load(Map<String, String> replacements) {
    String text = replacements.get(FILE);
    return text == null ? Shipped.CATALOG : parse(FILE, text);
  }

  /**
   * A catalogue from YAML text.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing every problem
   */
  public static MetricCatalog parse(String origin, String yaml) {
    return new MetricCatalog(
        StrictYaml.parse(origin, yaml, MetricCatalogFile.class).validated(origin));
  }

  /** What a metric means where no format says otherwise; empty when it is not known. */
  public Optional<MetricInfo> find(String metric) {
    return find(metric, ANYWHERE);
  }

  /**
   * What a metric means in one format, such as {@code opencompass}, which counts in percent; empty
   * when it is not known.
   */
  public Optional<MetricInfo> find(String metric, String format) {
    MetricInfo exact = named(metric, format);
    if (exact != null) {
      return Optional.of(exact);
    }
    int suffix = completionsSuffix(metric);
    MetricInfo single = suffix < 0 ? null : named(metric.substring(0, suffix), format);
    if (single != null) {
      return Optional.of(single.ofCompletions(metric, metric.substring(suffix)));
    }
    return pattern(metric, format)
        .or(() -> pattern(metric, ANYWHERE))
        .map(pattern -> pattern.info().named(metric));
  }

  private @Nullable MetricInfo named(String metric, String format) {
    MetricInfo particular = byName.get(List.of(format, metric));
    return particular == null ? byName.get(List.of(ANYWHERE, metric)) : particular;
  }

  private Optional<NamePattern> pattern(String metric, String format) {
    return patterns.stream()
        .filter(pattern -> pattern.format().equals(format) && pattern.fits(metric))
        .findFirst();
  }

  /** Position of {@code @k} at the end of a name; -1 if there is none. */
  private static int completionsSuffix(String metric) {
    int at = metric.lastIndexOf('@');
    if (at <= 0 || at == metric.length() - 1) {
      return -1;
    }
    return metric.chars().skip(at + 1L).allMatch(c -> c >= '0' && c <= '9') ? at : -1;
  }

  /**
   * A name with stars.
   *
   * @param literals the texts between the stars, two or more
   */
  private record NamePattern(String format, List<String> literals, MetricInfo info)
      implements Serializable {

    boolean fits(String name) {
      String last = literals.get(literals.size() - 1);
      if (!name.startsWith(literals.get(0)) || !name.endsWith(last)) {
        return false;
      }
      int position = literals.get(0).length();
      for (String literal : literals.subList(1, literals.size() - 1)) {
        int found = name.indexOf(literal, position);
        if (found < 0) {
          return false;
        }
        position = found + literal.length();
      }
      return position <= name.length() - last.length();
    }
  }

  /** Read on first use; all workers of a process share it. */
  private static final class Shipped {
    static final MetricCatalog CATALOG =
        new MetricCatalog(
            StrictYaml.parseResource(RESOURCE, MetricCatalogFile.class).validated(RESOURCE));
  }
}
