package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes imputed values as estimates, with inputs, a sentence and flags. */
final class ImputedEstimate {
  private final EntityEvidence evidence;
  private final ImputationReport report;

  ImputedEstimate(EntityEvidence evidence, ImputationReport report) {
    this.evidence = evidence;
    this.report = report;
  }

  Optional<FlopEstimate> ofRegression(
      List<ImputedPart> parts, Combination combination, @Nullable Double releaseYear) {
    List<EstimateInput> inputs = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean outOfRange = false;
    boolean dated = false;
    for (int i = 0; i < parts.size(); i++) {
      ImputedPart part = parts.get(i);
      inputs.add(input(part.score()));
      words.add(words(part, parts.size() == 1 ? null : combination.weights().get(i)));
      outOfRange |= part.isOutOfRange();
      dated |= part.regression().withReleaseDate();
    }
    if (dated) {
      inputs.add(new EstimateInput("release_year", releaseYear, null, "stated release date"));
    }
    Prediction prediction = combination.prediction();
    double halfWidth = prediction.halfWidth() * report.widening();
    String reasoning =
        String.format(
            Locale.ROOT,
            "Regression on benchmark scores of models with known training compute: %s; %s FLOP, 90 %%"
                + " interval %s%s%s",
            String.join(", ", words),
            flop(prediction.mean()),
            interval(prediction.mean(), halfWidth),
            outOfRange ? "; a score lies outside the range of the reference models" : "",
            report.combined().map(ImputedEstimate::errors).orElse(""));
    return estimate(
        prediction.mean(),
        halfWidth,
        reasoning,
        inputs,
        outOfRange ? List.of(EstimateFlag.SCORE_OUT_OF_FITTED_RANGE) : List.of());
  }

  Optional<FlopEstimate> ofConstant(MedianScore score, BestConstant constant) {
    Prediction prediction = constant.prediction();
    String statistic =
        switch (constant.statistic()) {
          case MEDIAN -> "median";
          case GEOMETRIC_MEAN -> "geometric mean";
        };
    String reasoning =
        String.format(
            Locale.ROOT,
            "Benchmark regression does not beat the best constant (%s), so the %s of the %d reference"
                + " models with %s stands in: %s FLOP, with their spread as the 90 %% interval, %s",
            cause(score.benchmark()),
            statistic,
            constant.references(),
            score.benchmark(),
            flop(prediction.mean()),
            interval(prediction.mean(), prediction.halfWidth()));
    return estimate(
        prediction.mean(),
        prediction.halfWidth(),
        reasoning,
        List.of(input(score)),
        List.of(EstimateFlag.NOT_BETTER_THAN_CONSTANT));
  }

  private Optional<FlopEstimate> estimate(
      double log10Flop,
      double halfWidth,
      String reasoning,
      List<EstimateInput> inputs,
      List<EstimateFlag> flags) {
    double flop = Math.pow(10, log10Flop);
    if (!(flop > 0) || Double.isInfinite(flop)) {
      return Optional.empty();
    }
    return Optional.of(
        new FlopEstimate(
            evidence.entityId(),
            evidence.name(),
            evidence.developer(),
            0,
            EstimationMethod.BENCHMARK_IMPUTATION,
            false,
            flop,
            log10Flop - halfWidth,
            log10Flop,
            log10Flop + halfWidth,
            Confidence.LOW,
            reasoning,
            inputs,
            flags));
  }

  private static EstimateInput input(MedianScore score) {
    return new EstimateInput(
        score.benchmark(),
        score.value(),
        score.stated().size() == 1 ? null : "median of " + score.stated().size() + " rows",
        score.source());
  }

  private static String words(ImputedPart part, @Nullable Double weight) {
    return String.format(
        Locale.ROOT,
        "%s %s%s gives %s%s",
        part.score().benchmark(),
        shortest(part.score().value()),
        part.regression().withReleaseDate() ? " with the release date" : "",
        flop(part.prediction().mean()),
        weight == null ? "" : String.format(Locale.ROOT, " (weight %.2f)", weight));
  }

  private static String errors(ImputationValidation row) {
    return String.format(
        Locale.ROOT,
        "; leave-one-out median fold error %.2f against %.2f of the best constant on %d models",
        row.looMedianFold(),
        row.constantMedianFold(),
        row.references());
  }

  private String cause(String benchmark) {
    for (ImputationValidation row : report.validations()) {
      if (!row.benchmark().equals(benchmark) || row.withReleaseDate()) {
        continue;
      }
      return switch (row.verdict()) {
        case TOO_FEW_REFERENCES -> "too few reference models for a regression";
        case NO_SPREAD -> "all reference models score alike";
        case SLOPE_NOT_POSITIVE -> "better scores do not go with more compute";
        case NOT_BETTER_THAN_CONSTANT -> comparison(row);
        // Good by itself, but not good enough together with the other benchmarks.
        case USED, DATE_DOES_NOT_HELP ->
            "benchmarks combined: " + report.combined().map(ImputedEstimate::comparison).orElse("");
      };
    }
    throw new IllegalStateException("no validation of benchmark " + benchmark);
  }

  private static String comparison(ImputationValidation row) {
    return String.format(
        Locale.ROOT,
        "leave-one-out median fold error %.2f against %.2f and root mean square %.2f against %.2f"
            + " decades, not better on both by more than chance",
        row.looMedianFold(),
        row.constantMedianFold(),
        row.looRmse(),
        row.constantRmse());
  }

  private static String interval(double log10Flop, double halfWidth) {
    return flop(log10Flop - halfWidth) + " to " + flop(log10Flop + halfWidth);
  }

  private static String flop(double log10Flop) {
    return String.format(Locale.ROOT, "%.2e", Math.pow(10, log10Flop));
  }

  private static String shortest(double score) {
    String text = Double.toString(score);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
