package io.evalbeam.io.publish;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/**
 * The last step of every job: writes {@link StageResult} to the staging folder, from where the
 * client publishes. Files and inputs are few and counts are added up where they arise, so one
 * worker gathers them.
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
    PCollectionView<Iterable<StagedFile>> files =
        input.get(FILES).apply("GatherFiles", View.asIterable());
    PCollectionView<Map<String, Long>> counts =
        input.get(COUNTS).apply("SumCounts", Combine.globally(new SumCounts()).asSingletonView());
    PCollection<InputFile> read =
        input.has(INPUTS)
            ? input.get(INPUTS)
            : input.getPipeline().apply("NoInputs", Create.empty(RecordCoders.of(InputFile.class)));
    PCollectionView<Iterable<InputFile>> inputs = read.apply("GatherInputs", View.asIterable());
    // An element that is always there: the result is written even when nothing was produced.
    input
        .getPipeline()
        .apply("Once", Create.of(staging))
        .apply(
            "WriteResult",
            ParDo.of(new WriteResult(files, counts, inputs)).withSideInputs(files, counts, inputs));
    return PDone.in(input.getPipeline());
  }

  private static final class WriteResult extends DoFn<String, Void> {
    private final PCollectionView<Iterable<StagedFile>> fileView;
    private final PCollectionView<Map<String, Long>> countView;
    private final PCollectionView<Iterable<InputFile>> inputView;

    WriteResult(
        PCollectionView<Iterable<StagedFile>> files,
        PCollectionView<Map<String, Long>> counts,
        PCollectionView<Iterable<InputFile>> inputs) {
      this.fileView = files;
      this.countView = counts;
      this.inputView = inputs;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      List<StagedFile> files = new ArrayList<>();
      context.sideInput(fileView).forEach(files::add);
      files.sort(Comparator.comparing(StagedFile::target));
      List<InputFile> inputs = new ArrayList<>();
      context.sideInput(inputView).forEach(inputs::add);
      inputs.sort(Comparator.comparing(InputFile::part).thenComparing(InputFile::name));
      BeamFiles.writeAtomically(
          BeamFiles.join(context.element(), StageResult.FILE),
          Json.write(
              new StageResult(files, SumCounts.sorted(context.sideInput(countView)), inputs)));
    }
  }
}
