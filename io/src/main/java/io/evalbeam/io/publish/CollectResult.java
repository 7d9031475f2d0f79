package io.evalbeam.io.publish;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/**
 * The last step of every job: writes {@link StageResult} to the staging folder, from where the
 * client publishes. Staged files and counts are few, so one worker gathers them.
 */
public final class CollectResult extends PTransform<PCollectionTuple, PDone> {
  /** Files to publish. */
  public static final TupleTag<StagedFile> FILES = new TupleTag<>() {};

  /** Counts; equal (stage, measure, group) are added. */
  public static final TupleTag<StageCount> COUNTS = new TupleTag<>() {};

  /** Files that were read; jobs without inputs of their own leave the tag out. */
  public static final TupleTag<InputFile> INPUTS = new TupleTag<>() {};

  private final String staging;

  private CollectResult(String staging) {
    this.staging = staging;
  }

  public static CollectResult into(String staging) {
    return new CollectResult(staging);
  }

  @Override
  public PDone expand(PCollectionTuple input) {
    // A key that is always there: the result is written even when nothing was produced.
    PCollection<KV<Boolean, Boolean>> present =
        input.getPipeline().apply("Once", Create.of(KV.of(true, true)));
    TupleTag<Boolean> presentTag = new TupleTag<>() {};
    KeyedPCollectionTuple<Boolean> parts =
        KeyedPCollectionTuple.of(presentTag, present)
            .and(FILES, input.get(FILES).apply("KeyFiles", WithKeys.of(true)))
            .and(COUNTS, input.get(COUNTS).apply("KeyCounts", WithKeys.of(true)));
    if (input.has(INPUTS)) {
      parts = parts.and(INPUTS, input.get(INPUTS).apply("KeyInputs", WithKeys.of(true)));
    }
    parts
        .apply("Gather", CoGroupByKey.create())
        .apply("WriteResult", ParDo.of(new WriteResult(staging, input.has(INPUTS))));
    return PDone.in(input.getPipeline());
  }

  private static final class WriteResult extends DoFn<KV<Boolean, CoGbkResult>, Void> {
    private final String staging;

    private final boolean hasInputs;

    WriteResult(String staging, boolean hasInputs) {
      this.staging = staging;
      this.hasInputs = hasInputs;
    }

    @ProcessElement
    public void process(@Element KV<Boolean, CoGbkResult> gathered) throws IOException {
      List<StagedFile> files = new ArrayList<>();
      gathered.getValue().getAll(FILES).forEach(files::add);
      files.sort(Comparator.comparing(StagedFile::target));
      Map<List<String>, Long> sums = new TreeMap<>(CollectResult::compareKeys);
      for (StageCount count : gathered.getValue().getAll(COUNTS)) {
        sums.merge(
            List.of(count.stage(), count.measure(), count.group()), count.count(), Long::sum);
      }
      List<StageCount> counts = new ArrayList<>();
      sums.forEach(
          (key, sum) -> counts.add(new StageCount(key.get(0), key.get(1), key.get(2), sum)));
      List<InputFile> inputs = new ArrayList<>();
      if (hasInputs) {
        gathered.getValue().getAll(INPUTS).forEach(inputs::add);
      }
      inputs.sort(Comparator.comparing(InputFile::part).thenComparing(InputFile::name));
      BeamFiles.writeAtomically(
          BeamFiles.join(staging, StageResult.FILE),
          Json.write(new StageResult(files, counts, inputs)));
    }
  }

  private static int compareKeys(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
