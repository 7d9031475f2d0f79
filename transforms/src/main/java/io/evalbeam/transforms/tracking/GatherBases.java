package io.evalbeam.transforms.tracking;

import io.evalbeam.transforms.estimate.BaseModels;
import io.evalbeam.transforms.estimate.BaseModels.BaseCompute;
import java.util.Comparator;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Gathers the compute of all models that others may be derived from in one small table. */
final class GatherBases
    extends PTransform<PCollection<KV<String, BaseCompute>>, PCollectionView<BaseModels>> {

  @Override
  public PCollectionView<BaseModels> expand(PCollection<KV<String, BaseCompute>> bases) {
    return bases
        .apply("GatherBaseModels", Combine.globally(new Gather()))
        .setCoder(SerializableCoder.of(BaseModels.class))
        .apply("ViewBaseModels", View.asSingleton());
  }

  /** Of two models with one name the smaller compute counts, so that order cannot matter. */
  @SuppressWarnings("NonApiType") // the accumulator's coder needs a serializable class
  private static final class Gather
      extends Combine.CombineFn<KV<String, BaseCompute>, TreeMap<String, BaseCompute>, BaseModels> {
    private static final Comparator<BaseCompute> BY_COMPUTE =
        Comparator.comparingDouble(BaseCompute::log10Flop)
            .thenComparingDouble(BaseCompute::sigma)
            .thenComparing(BaseCompute::source);

    @Override
    public TreeMap<String, BaseCompute> createAccumulator() {
      return new TreeMap<>();
    }

    @Override
    public TreeMap<String, BaseCompute> addInput(
        TreeMap<String, BaseCompute> accumulator, KV<String, BaseCompute> base) {
      accumulator.merge(base.getKey(), base.getValue(), Gather::smaller);
      return accumulator;
    }

    @Override
    public TreeMap<String, BaseCompute> mergeAccumulators(
        Iterable<TreeMap<String, BaseCompute>> accumulators) {
      TreeMap<String, BaseCompute> merged = createAccumulator();
      for (TreeMap<String, BaseCompute> accumulator : accumulators) {
        accumulator.forEach((name, compute) -> merged.merge(name, compute, Gather::smaller));
      }
      return merged;
    }

    @Override
    public BaseModels extractOutput(TreeMap<String, BaseCompute> accumulator) {
      return BaseModels.of(accumulator);
    }

    private static BaseCompute smaller(BaseCompute a, BaseCompute b) {
      return BY_COMPUTE.compare(a, b) <= 0 ? a : b;
    }

    @Override
    public Coder<TreeMap<String, BaseCompute>> getAccumulatorCoder(
        CoderRegistry registry, Coder<KV<String, BaseCompute>> inputCoder)
        throws CannotProvideCoderException {
      // A handful of accumulators a job; elements never use Java serialization.
      return SerializableCoder.of(new TypeDescriptor<TreeMap<String, BaseCompute>>() {});
    }
  }
}
