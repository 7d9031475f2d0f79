package io.evalbeam.io.source;

import io.evalbeam.io.cell.Dates;
import io.evalbeam.io.cell.Numbers;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns records of a JSON collection into rows. Unknown keys are left alone. */
final class JsonModelRows {
  private record Field(List<String> path, ModelAttribute attribute, @Nullable String needs) {}

  /** Where facts stand in a record; a note on a value counts only beside the value. */
  private static final List<Field> FIELDS =
      List.of(
          field(ModelAttribute.RELEASE_DATE, null, "release_date"),
          field(ModelAttribute.PARAMETERS, null, "parameters"),
          field(ModelAttribute.PARAMETERS_NOTES, "parameters", "parameter_source"),
          field(ModelAttribute.CONTEXT_LENGTH, null, "context_length"),
          field(ModelAttribute.ARCHITECTURE, null, "architecture"),
          field(ModelAttribute.TRAINING_COMPUTE, null, "training_flop"),
          field(ModelAttribute.TRAINING_COMPUTE_NOTES, "training_flop", "reasoning"),
          field(ModelAttribute.SOURCE_CONFIDENCE, "training_flop", "training_flop_confidence"),
          field(ModelAttribute.RANK, null, "metadata", "rank"),
          field(ModelAttribute.VOTES, null, "metadata", "votes"),
          field(ModelAttribute.LICENSE, null, "metadata", "license"));

  private final RowLedger ledger;
  private final SourceDescription description;
  private final CellValues values;
  private final FilterSet filters;

  JsonModelRows(RowLedger ledger) {
    this.ledger = ledger;
    this.description = ledger.description();
    this.values = new CellValues(ledger);
    this.filters = new FilterSet(description.filters());
  }

  private static Field field(ModelAttribute attribute, @Nullable String needs, String... path) {
    return new Field(List.of(path), attribute, needs);
  }

  /** Takes one record. */
  void row(String pointer, JsonRecord.Content content) {
    int number = ledger.nextRow();
    String location = "row " + number + ", " + pointer;
    if (!(content.value() instanceof Map<?, ?> model)) {
      ledger.rejectRow(
          IssueCode.FORMAT_BROKEN,
          location,
          String.valueOf(content.value()),
          "An object was expected.");
      return;
    }
    String name = text(model, List.of("name"));
    String excerpt = name == null ? "" : name;
    if (content.tooLarge() || excerpt.length() > ledger.limits().nameCharacters()) {
      ledger.rejectRow(
          IssueCode.LIMIT_EXCEEDED, location, excerpt, "The record or its name is too large.");
      return;
    }
    if (content.repeatedKey() != null) {
      ledger.rejectRow(
          IssueCode.FORMAT_BROKEN,
          location,
          excerpt,
          "The key " + content.repeatedKey() + " is repeated.");
      return;
    }
    String filtered = filters.reason(key -> Optional.ofNullable(text(model, key)).orElse(""));
    if (filtered != null) {
      ledger.filterRow(location, excerpt, filtered);
      return;
    }
    if (name == null || Numbers.isMissing(name)) {
      ledger.rejectRow(IssueCode.NAME_MISSING, location, excerpt, "A model name was expected.");
      return;
    }
    values.text(name, location + "/name");
    String developer = text(model, List.of("developer"));
    ledger.keep(
        new ParsedRow(
            description.name(),
            number,
            name,
            developer == null ? null : values.text(developer, location + "/developer"),
            scores(location, model),
            facts(location, model),
            sourceText(model),
            observedAt(location, model)));
  }

  private List<BenchmarkScore> scores(String location, Map<?, ?> model) {
    List<BenchmarkScore> scores = new ArrayList<>();
    Object benchmarks = model.get("benchmarks");
    if (benchmarks == null) {
      return scores;
    }
    if (!(benchmarks instanceof Map<?, ?> entries)) {
      ledger.rejectValue(
          IssueCode.FORMAT_BROKEN,
          location + "/benchmarks",
          String.valueOf(benchmarks),
          "An object was expected.");
      return scores;
    }
    entries.forEach(
        (key, value) -> {
          BenchmarkColumn column = column(String.valueOf(key));
          BenchmarkScore score =
              value == null
                  ? null
                  : values.score(
                      column.key(),
                      column.unit(),
                      String.valueOf(value),
                      location + "/benchmarks/" + key);
          if (score != null) {
            scores.add(score);
          }
        });
    return scores;
  }

  /** The description may give a benchmark another key or a unit; others are taken as they are. */
  private BenchmarkColumn column(String key) {
    for (BenchmarkColumn column : description.benchmarks()) {
      if (column.columns().patterns().contains(key)) {
        return column;
      }
    }
    return new BenchmarkColumn(key, new ColumnPatterns(List.of(key), false), null);
  }

  private List<StatedFact> facts(String location, Map<?, ?> model) {
    List<StatedFact> facts = new ArrayList<>();
    for (Field field : FIELDS) {
      String text = text(model, field.path());
      if (text == null || (field.needs() != null && text(model, field.needs()) == null)) {
        continue;
      }
      StatedFact fact =
          values.fact(field.attribute(), text, 1, location + "/" + String.join("/", field.path()));
      if (fact != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private String sourceText(Map<?, ?> model) {
    if (description.hasSourceText() || !(model.get("sources") instanceof List<?> sources)) {
      return description.sourceText();
    }
    String stated =
        sources.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.joining("; "));
    return stated.isEmpty() ? description.sourceText() : stated;
  }

  private @Nullable String observedAt(String location, Map<?, ?> model) {
    String text = text(model, List.of("last_updated"));
    if (text == null) {
      return null;
    }
    Optional<String> instant = Dates.instant(text);
    if (instant.isEmpty()) {
      ledger.rejectValue(
          IssueCode.DATE_INVALID,
          location + "/last_updated",
          text,
          "An ISO date-time was expected.");
    }
    return instant.orElse(null);
  }

  private static @Nullable String text(Map<?, ?> model, String key) {
    return text(model, List.of(key));
  }

  /** Trimmed text of a scalar; null when absent, null, blank or no scalar. */
  private static @Nullable String text(Map<?, ?> model, List<String> path) {
    Object value = model;
    for (String key : path) {
      value = value instanceof Map<?, ?> object ? object.get(key) : null;
    }
    if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
      return null;
    }
    String text = value.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
