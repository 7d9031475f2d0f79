package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Curated tables of the {@code tracker} policy: candidates, which are above or unsure, and the
 * rest. Values are those of three significant digits, and so is the class.
 */
public final class TrackerCuration {
  /** Columns of a fresh table. */
  public static final List<String> COLUMNS =
      List.of(
          "model",
          "developer",
          "release_date",
          "parameters",
          "parameter_source",
          "training_flop",
          "confidence",
          "confidence_explanation",
          "estimation_method",
          "alternative_methods",
          "threshold_classification",
          "reasoning",
          "sources",
          "verified",
          "last_updated",
          "blacklist_status",
          "notes");

  private static final int FRACTION_DIGITS = 2;

  /** The two tables, sorted. */
  public record Tables(CsvTable above, CsvTable below) {}

  private TrackerCuration() {}

  /** Fresh tables, without any human decision. */
  public static Tables fresh(Collection<TrackedModel> models) {
    return new Tables(table(candidates(models)), table(others(models)));
  }

  /** Models whose class is above or unsure, those without an estimate included. */
  static List<TrackedModel> candidates(Collection<TrackedModel> models) {
    return models.stream().filter(TrackerCuration::isCandidate).toList();
  }

  /** The models that are no candidates. */
  static List<TrackedModel> others(Collection<TrackedModel> models) {
    return models.stream().filter(model -> !isCandidate(model)).toList();
  }

  /** Training compute as stored between stages: three significant digits. */
  static @Nullable Double storedFlop(TrackedModel model) {
    Double flop = model.trainingFlop();
    return flop == null ? null : DecimalText.rounded(flop, FRACTION_DIGITS);
  }

  /** Cells of a fresh row, in the order of {@link #COLUMNS}. */
  static List<String> row(TrackedModel model) {
    Double flop = storedFlop(model);
    Double parameters = model.parametersTotal();
    return List.of(
        model.name(),
        model.developer(),
        orBlank(model.releaseDate()),
        parameters == null ? "" : DecimalText.shortest(parameters),
        orBlank(model.parameterSource()),
        flop == null ? "" : DecimalText.scientific(flop, FRACTION_DIGITS),
        model.confidence().key(),
        explanation(model.method(), model.confidence()),
        model.method().trackerKey(),
        alternatives(model),
        TrackerClasses.text(TrackerClasses.classify(flop)),
        model.reasoning(),
        String.join("; ", model.sources()),
        "",
        orBlank(ModelVocabulary.TRACKER.time(model.updatedAt())),
        "allowed",
        "");
  }

  private static boolean isCandidate(TrackedModel model) {
    return TrackerClasses.classify(storedFlop(model)) != ThresholdClass.HIGH_CONFIDENCE_BELOW;
  }

  private static CsvTable table(List<TrackedModel> models) {
    List<List<String>> rows = new ArrayList<>();
    models.forEach(model -> rows.add(row(model)));
    return TrackerTableOrder.sorted(new CsvTable(COLUMNS, rows));
  }

  private static String alternatives(TrackedModel model) {
    List<String> texts = new ArrayList<>();
    for (AlternativeEstimate alternative : model.alternatives()) {
      texts.add(
          titleCase(alternative.method())
              + ": "
              + DecimalText.scientific(
                  DecimalText.rounded(alternative.flop(), FRACTION_DIGITS), FRACTION_DIGITS)
              + " ("
              + TrackerBenchmarks.capitalised(alternative.confidence())
              + ")");
    }
    return String.join("; ", texts);
  }

  private static String titleCase(EstimationMethod method) {
    return Arrays.stream(method.trackerKey().split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static String explanation(EstimationMethod method, Confidence confidence) {
    return switch (method) {
      case CURATED_OVERRIDE ->
          switch (confidence) {
            case HIGH -> "Official disclosure or high-precision research estimate";
            case MEDIUM -> "Reliable research estimate from industry analysis";
            case LOW -> "Speculative research estimate";
            case SPECULATIVE -> "Highly speculative estimate";
          };
      case OPERATION_COUNT, NAME_SIZE ->
          switch (confidence) {
            case HIGH -> "Known parameters with documented training tokens";
            case MEDIUM -> "Known parameters with estimated training tokens";
            case LOW -> "Extracted parameters with uncertain training tokens";
            case SPECULATIVE -> "Heuristic parameter extraction with assumed ratios";
          };
      case BENCHMARK_IMPUTATION ->
          switch (confidence) {
            case HIGH -> "Very close benchmark match to reference model";
            case MEDIUM -> "Good benchmark match with multiple agreeing sources";
            case LOW -> "Distant benchmark interpolation or single source";
            case SPECULATIVE -> "Very distant benchmark extrapolation";
          };
      case DISCLOSED_COMPUTE, HARDWARE, BASE_PLUS_FINETUNE, TRAINING_COST, NONE ->
          TrackerBenchmarks.capitalised(confidence)
              + " confidence from "
              + method.trackerKey().replace('_', ' ')
              + " method";
    };
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
