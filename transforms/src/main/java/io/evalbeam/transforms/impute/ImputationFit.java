package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkCatalog;
import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fits an {@link ImputationModel}: benchmarks one by one, then their combination. */
final class ImputationFit {
  private final List<ReferencePoint> references;
  private final SortedMap<String, BenchmarkKind> kinds;
  private final SortedMap<String, ReferenceRows> rows;

  private ImputationFit(List<ReferencePoint> references, BenchmarkCatalog catalog) {
    this.references = references;
    this.kinds = KindInference.kinds(references, catalog);
    this.rows = ReferenceRows.of(references, kinds);
  }

  static ImputationModel fit(List<ReferencePoint> references, BenchmarkCatalog catalog) {
    List<ReferencePoint> sorted = new ArrayList<>(references);
    sorted.sort(Comparator.comparing(ReferencePoint::entityId));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).entityId().equals(sorted.get(i - 1).entityId())) {
        throw new IllegalArgumentException(
            "two reference points of entity " + sorted.get(i).entityId());
      }
    }
    return new ImputationFit(sorted, catalog).model();
  }

  private ImputationModel model() {
    List<FittedBenchmark> fitted = new ArrayList<>();
    SortedMap<String, BestConstant> constants = new TreeMap<>();
    for (Map.Entry<String, ReferenceRows> entry : rows.entrySet()) {
      fitted.addAll(fitBenchmark(entry.getKey(), entry.getValue()));
      if (entry.getValue().size() >= BestConstant.LEAST_REFERENCES) {
        constants.put(entry.getKey(), BestConstant.of(entry.getValue().log10Flop(references)));
      }
    }
    List<FittedBenchmark> used = fitted.stream().filter(FittedBenchmark::isUsed).toList();
    List<ImputationValidation> validations = new ArrayList<>();
    double widening = 1;
    double[][] correlations = ErrorCorrelation.of(used, references);
    if (!used.isEmpty()) {
      CombinedValidation combined = CombinedValidation.of(used, correlations, references);
      validations.add(combined.validation());
      widening = combined.widening();
      if (combined.validation().verdict() != ImputationVerdict.USED) {
        used = List.of();
        correlations = new double[0][0];
      }
    }
    fitted.forEach(benchmark -> validations.add(benchmark.validation()));
    return new ImputationModel(
        kinds,
        used.stream().flatMap(benchmark -> Stream.ofNullable(benchmark.regression())).toList(),
        Stream.of(correlations).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        constants,
        new ImputationReport(references.size(), validations, widening));
  }

  /** The regression with the release date, if most models have one, before that without. */
  private List<FittedBenchmark> fitBenchmark(String benchmark, ReferenceRows all) {
    BenchmarkKind kind = kinds.getOrDefault(benchmark, BenchmarkKind.INDEX);
    FittedBenchmark plain = FittedBenchmark.fit(benchmark, kind, all, false, references);
    ReferenceRows dated = all.dated(references);
    if (2 * dated.size() <= all.size() || dated.size() < FittedBenchmark.LEAST_REFERENCES) {
      return List.of(plain);
    }
    FittedBenchmark withDate = FittedBenchmark.fit(benchmark, kind, dated, true, references);
    if (withDate.isUsed()
        && plain.isUsed()
        && squaredError(withDate, dated) >= squaredError(plain, dated)) {
      withDate = withDate.judged(ImputationVerdict.DATE_DOES_NOT_HELP);
    }
    return List.of(withDate, plain);
  }

  /** Sum of squared leave-one-out errors over some of the models of a regression. */
  private double squaredError(FittedBenchmark fitted, ReferenceRows over) {
    int[] wanted = over.entities();
    int[] entities = fitted.rows().entities();
    double sum = 0;
    for (int i = 0, j = 0; i < wanted.length; j++) {
      if (entities[j] == wanted[i]) {
        double error = references.get(wanted[i]).log10Flop() - fitted.leftOut().get(j).mean();
        sum += error * error;
        i++;
      }
    }
    return sum;
  }
}
