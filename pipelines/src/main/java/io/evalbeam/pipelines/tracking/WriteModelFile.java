package io.evalbeam.pipelines.tracking;

import io.evalbeam.io.models.ModelFileWriter;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import io.evalbeam.schemas.tracking.json.TrackedModelJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Writes {@code estimated/estimated_models.json}: one file, sorted by name and identifier. Models
 * travel encoded, since the one worker that sorts them has to hold them all.
 */
final class WriteModelFile extends PTransform<PCollection<TrackedModel>, PCollection<StagedFile>> {
  private final ModelVocabulary vocabulary;
  private final String staging;
  private final String savedAt;

  WriteModelFile(ModelVocabulary vocabulary, String staging, String savedAt) {
    this.vocabulary = vocabulary;
    this.staging = staging;
    this.savedAt = savedAt;
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<TrackedModel> models) {
    PCollection<KV<String, byte[]>> encoded = models.apply("EncodeModels", ParDo.of(new Encode()));
    // An empty marker, so that a run without models writes an empty list.
    PCollection<KV<String, byte[]>> marker =
        models.getPipeline().apply("Marker", Create.of(KV.of("", new byte[0])));
    return PCollectionList.of(encoded)
        .and(marker)
        .apply("WithMarker", Flatten.pCollections())
        .apply("OnOneWorker", GroupByKey.create())
        .apply("WriteModelFile", ParDo.of(new Write(vocabulary, staging, savedAt)));
  }

  private static final class Encode extends DoFn<TrackedModel, KV<String, byte[]>> {
    private final Coder<TrackedModel> coder = RecordCoders.of(TrackedModel.class);

    @ProcessElement
    public void process(@Element TrackedModel model, OutputReceiver<KV<String, byte[]>> out)
        throws IOException {
      out.output(KV.of("", CoderUtils.encodeToByteArray(coder, model)));
    }
  }

  private static final class Write extends DoFn<KV<String, Iterable<byte[]>>, StagedFile> {
    private final Coder<TrackedModel> coder = RecordCoders.of(TrackedModel.class);
    private final ModelVocabulary vocabulary;
    private final String staging;
    private final String savedAt;

    Write(ModelVocabulary vocabulary, String staging, String savedAt) {
      this.vocabulary = vocabulary;
      this.staging = staging;
      this.savedAt = savedAt;
    }

    /** An encoded model with what it is sorted by. */
    private static final class Entry {
      private final String name;
      private final String entityId;
      private final byte[] model;

      Entry(TrackedModel model, byte[] encoded) {
        this.name = model.name();
        this.entityId = model.entityId();
        this.model = encoded;
      }

      String name() {
        return name;
      }

      String entityId() {
        return entityId;
      }
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<byte[]>> models, OutputReceiver<StagedFile> out)
        throws IOException {
      List<Entry> entries = new ArrayList<>();
      for (byte[] encoded : models.getValue()) {
        if (encoded.length > 0) {
          entries.add(new Entry(decode(encoded), encoded));
        }
      }
      entries.sort(Comparator.comparing(Entry::name).thenComparing(Entry::entityId));
      try (ModelFileWriter writer = new ModelFileWriter(vocabulary, staging)) {
        for (Entry entry : entries) {
          writer.write(TrackedModelJson.toModelJson(decode(entry.model), vocabulary));
        }
        out.output(
            writer.finish(
                "estimated/estimated_models.json",
                "estimated_models",
                new ModelFileWriter.Header("consolidated_estimated", "estimated", savedAt)));
      }
    }

    private TrackedModel decode(byte[] encoded) throws IOException {
      return coder.decode(new ByteArrayInputStream(encoded));
    }
  }
}
