package io.evalbeam.io.publish;

import io.evalbeam.schemas.run.StageCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.MapCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;

/** Adds counts up by stage, measure and group: counts are many, what is counted are few. */
final class SumCounts extends Combine.CombineFn<StageCount, Map<String, Long>, Map<String, Long>> {
  private static final String SEPARATOR = "\0";
  private static final Coder<Map<String, Long>> CODER =
      MapCoder.of(StringUtf8Coder.of(), VarLongCoder.of());

  @Override
  public Map<String, Long> createAccumulator() {
    return new HashMap<>();
  }

  @Override
  public Map<String, Long> addInput(Map<String, Long> sums, StageCount count) {
    sums.merge(
        String.join(SEPARATOR, count.stage(), count.measure(), count.group()),
        count.count(),
        Math::addExact);
    return sums;
  }

  @Override
  public Map<String, Long> mergeAccumulators(Iterable<Map<String, Long>> accumulators) {
    Map<String, Long> merged = createAccumulator();
    accumulators.forEach(
        sums -> sums.forEach((key, count) -> merged.merge(key, count, Math::addExact)));
    return merged;
  }

  @Override
  public Map<String, Long> extractOutput(Map<String, Long> sums) {
    return sums;
  }

  @Override
  public Coder<Map<String, Long>> getAccumulatorCoder(
      CoderRegistry registry, Coder<StageCount> input) {
    return CODER;
  }

  @Override
  public Coder<Map<String, Long>> getDefaultOutputCoder(
      CoderRegistry registry, Coder<StageCount> input) {
    return CODER;
  }

  /** The sums as counts, sorted by stage, measure and group. */
  static List<StageCount> sorted(Map<String, Long> sums) {
    List<StageCount> counts = new ArrayList<>();
    new TreeMap<>(sums)
        .forEach(
            (key, count) -> {
              String[] parts = key.split(SEPARATOR, -1);
              counts.add(new StageCount(parts[0], parts[1], parts[2], count));
            });
    return counts;
  }
}
