package io.evalbeam.testing;

import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Invented estimates, published as the stage before curation publishes them. */
public final class Estimates {
  private static final Table<TrackedModel> MODELS = Table.of(TrackedModel.class);

  private Estimates() {}

  /** A model classified against 1e25 FLOP. */
  public static TrackedModel model(String name, String developer, @Nullable Double flop) {
    return model(name, developer, flop, 1e25);
  }

  /** A model whose class follows from its compute and the threshold. */
  public static TrackedModel model(
      String name, String developer, @Nullable Double flop, double threshold) {
    ThresholdClass side =
        flop == null || (flop > threshold / 2 && flop < threshold * 5)
            ? ThresholdClass.NOT_SURE
            : flop > threshold
                ? ThresholdClass.HIGH_CONFIDENCE_ABOVE
                : ThresholdClass.HIGH_CONFIDENCE_BELOW;
    Double log = flop == null ? null : (Double) Math.log10(flop);
    return new TrackedModel(
        "m_" + name + "_" + developer,
        name,
        name,
        developer,
        "2025-05-06",
        70e9,
        null,
        "stated",
        null,
        null,
        flop,
        log == null ? null : (Double) (log - 0.5),
        log,
        log == null ? null : (Double) (log + 0.5),
        Confidence.MEDIUM,
        flop == null ? EstimationMethod.NONE : EstimationMethod.OPERATION_COUNT,
        threshold,
        side,
        flop == null ? null : (Double) 0.6,
        "six times parameters times tokens",
        List.of(),
        List.of(),
        List.of(new ObservedScore("zoo_elo", 1200.5, null, "zoo", 1, name)),
        List.of(name),
        List.of("https://zoo.example (Zoo)"),
        1,
        "2026-01-01T00:00:00Z");
  }

  /** Publishes the models in two files, as a sharded stage does. */
  public static void publish(Path output, List<TrackedModel> models) throws IOException {
    Publication publication = Publication.begin(output.toString(), "estimate-flops");
    int half = models.size() / 2;
    List<StagedFile> files =
        List.of(
            write(publication, 0, models.subList(0, half)),
            write(publication, 1, models.subList(half, models.size())));
    publication.publish(
        new StageResult(files, List.of(), List.of()), RunPlan.fresh("test", List.of()));
  }

  private static StagedFile write(Publication publication, int shard, List<TrackedModel> models)
      throws IOException {
    String target = String.format(Locale.ROOT, "estimated/models-%05d-of-00002.parquet", shard);
    try (TableFileWriter<TrackedModel> writer =
        new TableFileWriter<>(MODELS, publication.staging(), target)) {
      for (TrackedModel model : models) {
        writer.write(model);
      }
      return writer.finish();
    }
  }
}
