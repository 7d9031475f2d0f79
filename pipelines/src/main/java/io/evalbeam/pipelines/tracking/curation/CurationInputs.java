package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.run.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a refresh depends on, so that it is done only when something changed. */
final class CurationInputs {
  /** Part of the manifest that standing tables belong to as inputs. */
  static final String CURATED = "curated";

  /** Part of the manifest that the decisions file belongs to. */
  static final String DECISIONS = "decisions";

  private static final String MODELS = "models";

  private final Optional<Manifest> previous;
  private final CurationPlan plan;
  private final EstimatedModels models;
  private final String fingerprint;

  private CurationInputs(
      Optional<Manifest> previous, CurationPlan plan, EstimatedModels models, String fingerprint) {
    this.previous = previous;
    this.plan = plan;
    this.models = models;
    this.fingerprint = fingerprint;
  }

  /** Looks at models, decisions and settings. */
  static CurationInputs of(Optional<Manifest> previous, CurationPlan plan, EstimatedModels models)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Version.current()).append('\n');
    text.append(plan.policy()).append('\n');
    text.append(plan.asOf()).append('\n');
    text.append(plan.staleFold()).append('\n');
    for (Manifest.Output file : models.files()) {
      text.append(file.path()).append(' ').append(file.sha256()).append('\n');
    }
    text.append(DecisionsFile.of(plan.decisions(), plan.output()).text());
    return new CurationInputs(
        previous, plan, models, Hashes.ofBytes(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** The last run, if repeating it would give the files that stand there now. */
  Optional<Manifest> unchanged() throws IOException {
    if (plan.reset()
        || previous
            .flatMap(run -> run.fingerprint(CURATED))
            .filter(fingerprint::equals)
            .isEmpty()) {
      return Optional.empty();
    }
    for (Manifest.Output file : previous.get().files()) {
      String path = BeamFiles.join(plan.output(), file.path());
      if (!BeamFiles.exists(path)
          || (isCuratedCsv(file) && !Hashes.ofFile(path).equals(file.sha256()))) {
        return Optional.empty();
      }
    }
    return previous;
  }

  /** Everything about the run but the work of its pipeline. */
  RunPlan runPlan() throws IOException {
    return new RunPlan(
        Version.current(),
        List.of(new Manifest.Part(CURATED, fingerprint)),
        models.files().stream()
            .map(file -> new InputFile(MODELS, file.path(), file.sha256(), file.bytes()))
            .toList(),
        kept(previous, plan.output(), plan.threshold()),
        List.of());
  }

  /** Published files that a run leaves where they are: history and tables of other thresholds. */
  static List<Manifest.Output> kept(Optional<Manifest> previous, String output, double threshold)
      throws IOException {
    List<Manifest.Output> kept = new ArrayList<>();
    for (Manifest.Output file : previous.map(Manifest::files).orElse(List.<Manifest.Output>of())) {
      boolean stays =
          file.path().startsWith(CuratedHistory.FOLDER)
              || (isCuratedCsv(file) && !CuratedPair.targets(threshold).contains(file.path()));
      if (stays && BeamFiles.exists(BeamFiles.join(output, file.path()))) {
        kept.add(file);
      }
    }
    return kept;
  }

  /**
   * Refuses to publish over tables that somebody saved while the pipeline ran.
   *
   * @throws IOException when the files are no longer those that were read
   */
  void checkNobodySaved(StageResult result) throws IOException {
    List<String> read =
        result.inputs().stream()
            .filter(input -> input.part().equals(CURATED))
            .map(InputFile::sha256)
            .sorted()
            .toList();
    List<String> now =
        CuratedPair.in(plan.output(), plan.threshold()).files().stream()
            .map(CuratedFile::sha256)
            .sorted()
            .toList();
    if (!read.equals(now)) {
      throw new IOException("the curated tables were edited while the run read them; run again");
    }
  }

  private static boolean isCuratedCsv(Manifest.Output file) {
    return file.path().startsWith(CuratedPair.FOLDER)
        && !file.path().startsWith(CuratedHistory.FOLDER)
        && file.path().endsWith("_flop.csv");
  }
}
