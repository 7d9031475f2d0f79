package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code metrics.yaml} as written; anything may be missing before validation. */
record MetricCatalogFile(
    int version, @JsonSetter(nulls = Nulls.AS_EMPTY) List<MetricCatalogFile.Entry> metrics) {

  /** One metric as written. */
  record Entry(
      @Nullable String name,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> formats,
      @Nullable String displayName,
      @Nullable String shortName,
      @Nullable MetricKind kind,
      @Nullable ScoreType score,
      @Nullable Boolean lowerIsBetter,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable String unit,
      @Nullable String source) {}

  /**
   * The metrics, each with the formats it is limited to.
   *
   * @throws InvalidConfigurationException listing every problem
   */
  List<Scoped> validated(String origin) {
    List<String> problems = new ArrayList<>();
    List<Scoped> result = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    if (version < 1) {
      problems.add(origin + ": version must be 1 or greater");
    }
    if (metrics.isEmpty()) {
      problems.add(origin + ": metrics is empty");
    }
    for (int i = 0; i < metrics.size(); i++) {
      Entry entry = metrics.get(i);
      String place = origin + ": metrics[" + i + "] " + entry.name() + ": ";
      Scoped scoped = scoped(place, entry, problems);
      if (scoped != null) {
        result.add(scoped);
        for (String format : scoped.formats()) {
          if (!seen.add(List.of(format, scoped.info().name()))) {
            problems.add(place + "the metric is listed twice");
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return result;
  }

  private static @Nullable Scoped scoped(String place, Entry entry, List<String> problems) {
    String name = text(place, "name", entry.name(), problems);
    String displayName = text(place, "display_name", entry.displayName(), problems);
    String source = text(place, "source", entry.source(), problems);
    if (entry.kind() == null) {
      problems.add(place + "kind is missing");
    }
    if (entry.score() == null) {
      problems.add(place + "score is missing");
    }
    Double min = entry.min();
    Double max = entry.max();
    if ((min != null && min.isNaN()) || (max != null && max.isNaN())) {
      problems.add(place + "min and max must be numbers");
    }
    if (min != null && max != null && min >= max) {
      problems.add(place + "min must be less than max");
    }
    if (name == null
        || displayName == null
        || source == null
        || entry.kind() == null
        || entry.score() == null) {
      return null;
    }
    String shortName = entry.shortName() == null ? displayName : entry.shortName();
    return new Scoped(
        entry.formats().isEmpty() ? List.of(Scoped.ANYWHERE) : entry.formats(),
        new MetricInfo(
            name,
            displayName,
            shortName,
            entry.kind(),
            entry.score(),
            entry.lowerIsBetter(),
            min,
            max,
            entry.unit(),
            source));
  }

  private static @Nullable String text(
      String place, String field, @Nullable String text, List<String> problems) {
    if (text == null || text.isBlank()) {
      problems.add(place + field + " is missing");
      return null;
    }
    return text;
  }

  /**
   * A metric and where its name means this.
   *
   * @param formats names of formats, or {@link #ANYWHERE} alone
   */
  record Scoped(List<String> formats, MetricInfo info) {
    static final String ANYWHERE = "";
  }
}
