package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.tracking.estimation.EstimateFlops;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The models that {@code estimate-flops} published last, as its manifest lists them. */
public final class EstimatedModels {
  private static final String STAGE = EstimateFlops.NAME;
  private static final Table<TrackedModel> MODELS = Table.of(TrackedModel.class);

  private final String output;
  private final List<Manifest.Output> files;

  private EstimatedModels(String output, List<Manifest.Output> files) {
    this.output = output;
    this.files = List.copyOf(files);
  }

  /**
   * Finds the files.
   *
   * @throws InvalidConfigurationException when there are none, or no model in them
   */
  public static EstimatedModels in(String output) throws IOException {
    if (BeamFiles.exists(BeamFiles.join(output, "_evalbeam/" + STAGE + ".journal.json"))) {
      throw problem(output, "a run of " + STAGE + " was killed while publishing; run it again");
    }
    Manifest manifest =
        Publication.read(output, STAGE)
            .orElseThrow(() -> problem(output, "there are no estimates; run " + STAGE + " first"));
    List<Manifest.Output> files =
        manifest.files().stream().filter(file -> file.table().equals(MODELS.name())).toList();
    if (files.stream().allMatch(file -> file.rows() == 0)) {
      throw problem(output, "the estimates hold no model");
    }
    return new EstimatedModels(output, files);
  }

  /** What the manifest says about the files. */
  List<Manifest.Output> files() {
    return files;
  }

  /** Globs of exactly these files. */
  List<String> patterns() {
    return files.stream().map(file -> BeamFiles.literal(path(file))).toList();
  }

  /** The threshold that the models were classified by, FLOP. */
  public double threshold() throws IOException {
    for (Manifest.Output file : files) {
      try (TableFileReader<TrackedModel> rows = new TableFileReader<>(MODELS, path(file))) {
        TrackedModel first = rows.read();
        if (first != null) {
          return first.threshold();
        }
      }
    }
    throw problem(output, "the estimates hold no model");
  }

  /** Every model. */
  public List<TrackedModel> read() throws IOException {
    List<TrackedModel> models = new ArrayList<>();
    for (Manifest.Output file : files) {
      try (TableFileReader<TrackedModel> rows = new TableFileReader<>(MODELS, path(file))) {
        for (TrackedModel model = rows.read(); model != null; model = rows.read()) {
          models.add(model);
        }
      }
    }
    return models;
  }

  private String path(Manifest.Output file) {
    return BeamFiles.join(output, file.path());
  }

  private static InvalidConfigurationException problem(String output, String text) {
    return new InvalidConfigurationException(List.of(output + ": " + text));
  }
}
