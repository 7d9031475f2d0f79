package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.ReferencePoint;
import io.evalbeam.transforms.impute.ImputationModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Fits benchmark imputation once, on all reference models of the run. */
final class FitImputation
    extends PTransform<PCollection<ReferencePoint>, PCollection<ImputationModel>> {
  /** Beyond this many references a fit gains nothing; the first by identifier are taken. */
  private static final int MOST_REFERENCES = 20_000;

  private final EstimateSettings settings;

  private FitImputation(EstimateSettings settings) {
    this.settings = settings;
  }

  static FitImputation with(EstimateSettings settings) {
    return new FitImputation(settings);
  }

  @Override
  public PCollection<ImputationModel> expand(PCollection<ReferencePoint> references) {
    return references
        .apply("FitOnReferences", Combine.globally(new Fit(settings)))
        .setCoder(SerializableCoder.of(ImputationModel.class));
  }

  /** Keeps the references with the smallest identifiers, so that no order can matter. */
  private static final class Fit
      extends Combine.CombineFn<ReferencePoint, List<ReferencePoint>, ImputationModel> {
    private final EstimateSettings settings;

    Fit(EstimateSettings settings) {
      this.settings = settings;
    }

    @Override
    public List<ReferencePoint> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<ReferencePoint> addInput(List<ReferencePoint> accumulator, ReferencePoint point) {
      accumulator.add(point);
      return accumulator.size() > 2 * MOST_REFERENCES ? smallest(accumulator) : accumulator;
    }

    @Override
    public List<ReferencePoint> mergeAccumulators(Iterable<List<ReferencePoint>> accumulators) {
      List<ReferencePoint> merged = createAccumulator();
      accumulators.forEach(merged::addAll);
      return smallest(merged);
    }

    @Override
    public ImputationModel extractOutput(List<ReferencePoint> accumulator) {
      return ImputationModel.fit(smallest(accumulator), settings.benchmarks());
    }

    private static List<ReferencePoint> smallest(List<ReferencePoint> points) {
      return new ArrayList<>(
          points.stream()
              .sorted(Comparator.comparing(ReferencePoint::entityId))
              .limit(MOST_REFERENCES)
              .toList());
    }

    @Override
    public Coder<List<ReferencePoint>> getAccumulatorCoder(
        CoderRegistry registry, Coder<ReferencePoint> inputCoder) {
      return ListCoder.of(RecordCoders.of(ReferencePoint.class));
    }
  }
}
