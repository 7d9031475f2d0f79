package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.FormulaGuard;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a tracked model as a row of a curated table, with cells safe to open in a spreadsheet. */
public final class CuratedRows {
  private static final String LIST_SEPARATOR = "; ";

  private CuratedRows() {}

  /** The table a model belongs to unless a person decided otherwise. */
  public static CuratedTable table(TrackedModel model) {
    return switch (model.thresholdClass()) {
      case HIGH_CONFIDENCE_ABOVE, NOT_SURE -> CuratedTable.ABOVE;
      case HIGH_CONFIDENCE_BELOW -> CuratedTable.BELOW;
    };
  }

  /** The 17 cells in the order of {@link CuratedColumns#ALL}. */
  public static List<String> cells(TrackedModel model) {
    CuratedRow row = row(model);
    return CuratedColumns.ALL.stream().map(row::cell).toList();
  }

  /** The computed cells; verified and notes are empty. */
  public static CuratedRow row(TrackedModel model) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(CuratedColumns.MODEL, model.name());
    cells.put(CuratedColumns.DEVELOPER, model.developer());
    cells.put(CuratedColumns.RELEASE_DATE, orEmpty(model.releaseDate()));
    Double parameters = model.parametersTotal();
    cells.put(CuratedColumns.PARAMETERS, parameters == null ? "" : FlopText.count(parameters));
    cells.put(CuratedColumns.PARAMETER_SOURCE, orEmpty(model.parameterSource()));
    Double flop = model.trainingFlop();
    cells.put(CuratedColumns.TRAINING_FLOP, flop == null ? "" : FlopText.threeDigits(flop));
    cells.put(CuratedColumns.CONFIDENCE, model.confidence().key());
    cells.put(
        CuratedColumns.CONFIDENCE_EXPLANATION, explanation(model.method(), model.confidence()));
    cells.put(CuratedColumns.ESTIMATION_METHOD, model.method().key());
    cells.put(
        CuratedColumns.ALTERNATIVE_METHODS,
        model.alternatives().stream()
            .map(CuratedRows::alternative)
            .collect(Collectors.joining(LIST_SEPARATOR)));
    cells.put(
        CuratedColumns.THRESHOLD_CLASSIFICATION,
        classText(model.thresholdClass(), model.threshold()));
    cells.put(CuratedColumns.REASONING, model.reasoning());
    cells.put(CuratedColumns.SOURCES, String.join(LIST_SEPARATOR, model.sources()));
    cells.put(CuratedColumns.LAST_UPDATED, model.updatedAt());
    cells.put(CuratedColumns.BLACKLIST_STATUS, "allowed");
    cells.replaceAll((column, cell) -> FormulaGuard.guard(cell));
    return new CuratedRow(cells);
  }

  /**
   * The class as tables spell it, with the threshold in the text.
   *
   * @param threshold FLOP
   */
  public static String classText(ThresholdClass thresholdClass, double threshold) {
    return switch (thresholdClass) {
      case HIGH_CONFIDENCE_ABOVE -> "high_confidence_above_" + FlopText.shortest(threshold);
      case NOT_SURE -> "not_sure";
      case HIGH_CONFIDENCE_BELOW -> "high_confidence_below_" + FlopText.shortest(threshold);
    };
  }

  /** What the method rests on and how far it is published, in a sentence. */
  static String explanation(EstimationMethod method, Confidence confidence) {
    String basis =
        switch (method) {
          case CURATED_OVERRIDE -> "Sourced statement of a person";
          case DISCLOSED_COMPUTE -> "Training compute stated by a source";
          case OPERATION_COUNT -> "Operations counted from parameters and training data";
          case HARDWARE -> "Chips, training time and utilisation";
          case BASE_PLUS_FINETUNE -> "Compute of the base model plus fine-tuning";
          case TRAINING_COST -> "Cost of the training run at dated prices";
          case BENCHMARK_IMPUTATION -> "Benchmark scores against models of known compute";
          case NAME_SIZE -> "Size in the name and an assumed amount of training data";
          case NONE -> "No evidence to estimate from";
        };
    if (method == EstimationMethod.NONE) {
      return basis;
    }
    return basis
        + switch (confidence) {
          case HIGH -> "; the details are published";
          case MEDIUM -> "; some details are inferred";
          case LOW -> "; most details are inferred";
          case SPECULATIVE -> "; hardly more than a guess";
        };
  }

  private static String alternative(AlternativeEstimate estimate) {
    return String.format(
        Locale.ROOT,
        "%s: %s (%s)",
        title(estimate.method().key()),
        FlopText.threeDigits(estimate.flop()),
        title(estimate.confidence().key()));
  }

  private static String title(String key) {
    return Arrays.stream(key.split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
