package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a run of the {@code tracker} policy prints about its estimates.
 *
 * @param collected source rows
 * @param methods by method of the chosen estimate before the developer cap
 * @param withoutEstimate models for which no method applies
 * @param undisclosedSpecifications models that matched a specification without numbers
 * @param processed models
 * @param withFlop models with an estimate
 * @param atLeastThreshold models with at least 1e25 FLOP after the cap
 * @param capped models whose estimate the developer cap made
 * @param above, unsure, below models with an estimate by class
 * @param top the ten models with the most compute, most first
 */
public record TrackerStatistics(
    long collected,
    List<MethodCounts> methods,
    long withoutEstimate,
    long undisclosedSpecifications,
    long processed,
    long withFlop,
    long atLeastThreshold,
    long capped,
    long above,
    long unsure,
    long below,
    List<TopModel> top) {

  private static final int TOP = 10;
  private static final int TOP_OF_METHOD = 3;

  /** Counts of one method, with its three models of most compute. */
  public record MethodCounts(
      EstimationMethod method,
      long count,
      long atLeastThreshold,
      long high,
      long medium,
      long low,
      long speculative,
      List<TopModel> top) {
    public MethodCounts {
      top = List.copyOf(top);
    }
  }

  /** A model with its training compute in FLOP. */
  public record TopModel(String name, double flop) {
    private static final Comparator<TopModel> MOST_FIRST =
        Comparator.comparingDouble(TopModel::flop).reversed().thenComparing(TopModel::name);
  }

  /** A model with the estimate that counts for its method. */
  private record Primary(String name, TrackerEstimate estimate) {}

  public TrackerStatistics {
    methods = List.copyOf(methods);
    top = List.copyOf(top);
  }

  /** Counts results. */
  public static TrackerStatistics of(Collection<TrackerResult> results) {
    List<Primary> primaries = new ArrayList<>();
    List<TopModel> top = new ArrayList<>();
    long collected = 0;
    for (TrackerResult result : results) {
      collected += result.merged().observationCount();
      TrackerEstimate beforeCap = result.beforeCap();
      if (beforeCap != null) {
        primaries.add(new Primary(result.name(), beforeCap));
      }
      Double flop = result.flop();
      if (flop != null) {
        top.add(new TopModel(result.name(), flop));
      }
    }
    return new TrackerStatistics(
        collected,
        List.of(
            counts(EstimationMethod.CURATED_OVERRIDE, primaries),
            counts(EstimationMethod.OPERATION_COUNT, primaries),
            counts(EstimationMethod.NAME_SIZE, primaries),
            counts(EstimationMethod.BENCHMARK_IMPUTATION, primaries)),
        results.size() - primaries.size(),
        results.stream().filter(TrackerResult::undisclosedSpecification).count(),
        results.size(),
        top.size(),
        top.stream().filter(model -> model.flop() >= TrackerClasses.THRESHOLD).count(),
        results.stream().filter(TrackerResult::capped).count(),
        inClass(results, ThresholdClass.HIGH_CONFIDENCE_ABOVE),
        inClass(results, ThresholdClass.NOT_SURE),
        inClass(results, ThresholdClass.HIGH_CONFIDENCE_BELOW),
        first(top, TOP));
  }

  /** The statistics as text, one line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("total collected " + collected);
    for (MethodCounts counts : methods) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %d, of these >= 1e25 FLOP %d, confidence high/medium/low/speculative %d/%d/%d/%d%s",
              label(counts.method()),
              counts.count(),
              counts.atLeastThreshold(),
              counts.high(),
              counts.medium(),
              counts.low(),
              counts.speculative(),
              topText(counts.top(), 1)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "no estimate possible %d (%d without estimate, %d matched an undisclosed specification)",
            noEstimatePossible(),
            withoutEstimate,
            undisclosedSpecifications));
    lines.add(
        String.format(
            Locale.ROOT,
            "processed %d, with FLOP %d, >= 1e25 FLOP %d, capped by developer %d",
            processed,
            withFlop,
            atLeastThreshold,
            capped));
    lines.add(
        String.format(
            Locale.ROOT,
            "classes of models with FLOP: above %d, uncertain %d, below %d",
            above,
            unsure,
            below));
    lines.add("most compute" + topText(top, 2));
    return lines;
  }

  /** The original counts a matched specification without numbers as a failure of its own. */
  public long noEstimatePossible() {
    return withoutEstimate + undisclosedSpecifications;
  }

  private static MethodCounts counts(EstimationMethod method, List<Primary> primaries) {
    List<Primary> own = primaries.stream().filter(p -> p.estimate().method() == method).toList();
    return new MethodCounts(
        method,
        own.size(),
        own.stream().filter(p -> p.estimate().flop() >= TrackerClasses.THRESHOLD).count(),
        withConfidence(own, Confidence.HIGH),
        withConfidence(own, Confidence.MEDIUM),
        withConfidence(own, Confidence.LOW),
        withConfidence(own, Confidence.SPECULATIVE),
        first(
            own.stream().map(p -> new TopModel(p.name(), p.estimate().flop())).toList(),
            TOP_OF_METHOD));
  }

  private static long withConfidence(List<Primary> primaries, Confidence confidence) {
    return primaries.stream().filter(p -> p.estimate().confidence() == confidence).count();
  }

  private static long inClass(Collection<TrackerResult> results, ThresholdClass thresholdClass) {
    return results.stream()
        .filter(result -> result.flop() != null && result.thresholdClass() == thresholdClass)
        .count();
  }

  private static List<TopModel> first(List<TopModel> models, int count) {
    return models.stream().sorted(TopModel.MOST_FIRST).limit(count).toList();
  }

  private static String topText(List<TopModel> models, int fractionDigits) {
    StringBuilder text = new StringBuilder();
    for (TopModel model : models) {
      text.append(text.isEmpty() ? ": " : ", ")
          .append(model.name())
          .append(' ')
          .append(DecimalText.scientific(model.flop(), fractionDigits));
    }
    return text.toString();
  }

  private static String label(EstimationMethod method) {
    return switch (method) {
      case CURATED_OVERRIDE -> "overrides";
      case OPERATION_COUNT -> "known specifications";
      case NAME_SIZE -> "name size";
      case BENCHMARK_IMPUTATION -> "benchmarks";
      case DISCLOSED_COMPUTE, HARDWARE, BASE_PLUS_FINETUNE, TRAINING_COST, NONE -> method.key();
    };
  }
}
