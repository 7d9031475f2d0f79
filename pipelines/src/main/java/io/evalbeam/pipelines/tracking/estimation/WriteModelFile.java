package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.models.ModelFileWriter;
import io.evalbeam.io.models.ModelSpill;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import io.evalbeam.schemas.tracking.json.TrackedModelJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes {@code estimated/estimated_models.json}: one file, sorted by name and identifier. Each
 * shard is sorted into a spill file; one worker merges them as streams, so that nobody holds all
 * models.
 */
final class WriteModelFile
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<StagedFile>> {
  private final ModelVocabulary vocabulary;
  private final String staging;
  private final String savedAt;

  WriteModelFile(ModelVocabulary vocabulary, String staging, String savedAt) {
    this.vocabulary = vocabulary;
    this.staging = staging;
    this.savedAt = savedAt;
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<KV<Integer, byte[]>> models) {
    return models
        .apply("SpillSorted", ParDo.of(new Spill(staging)))
        .apply("KeySpills", WithKeys.of(true))
        .apply("OnOneWorker", GroupByKey.create())
        .apply("MergeSpills", ParDo.of(new Merge(vocabulary, staging, savedAt)));
  }

  private static final class Spill extends DoFn<KV<Integer, byte[]>, String> {
    private final Coder<TrackedModel> coder = RecordCoders.of(TrackedModel.class);
    private final String staging;

    Spill(String staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element KV<Integer, byte[]> shard, OutputReceiver<String> out)
        throws IOException {
      List<TrackedModel> models = new ArrayList<>();
      PackedRows.unpack(coder, shard.getValue(), models::add);
      String path = BeamFiles.join(staging, UUID.randomUUID() + ".spill");
      ModelSpill.write(path, models);
      out.output(path);
    }
  }

  private static final class Merge extends DoFn<KV<Boolean, Iterable<String>>, StagedFile> {
    private final ModelVocabulary vocabulary;
    private final String staging;
    private final String savedAt;

    Merge(ModelVocabulary vocabulary, String staging, String savedAt) {
      this.vocabulary = vocabulary;
      this.staging = staging;
      this.savedAt = savedAt;
    }

    @ProcessElement
    public void process(
        @Element KV<Boolean, Iterable<String>> spills, OutputReceiver<StagedFile> out)
        throws IOException {
      List<String> paths = new ArrayList<>();
      spills.getValue().forEach(paths::add);
      try (ModelFileWriter writer = new ModelFileWriter(vocabulary, staging)) {
        ModelSpill.merge(
            paths, model -> writer.write(TrackedModelJson.toModelJson(model, vocabulary)));
        out.output(
            writer.finish(
                "estimated/estimated_models.json",
                "estimated_models",
                new ModelFileWriter.Header("consolidated_estimated", "estimated", savedAt)));
      }
    }
  }
}
