package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.transforms.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;

/**
 * {@code restore-curated}: brings back an earlier state of the curated tables. It publishes as
 * {@code curate-models} does, under the same manifest, so that a crash on the way is completed by
 * the next run of either.
 */
public final class RestoreCurated implements Command {
  /** Name of the command. */
  public static final String NAME = "restore-curated";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "List earlier states of the curated tables, or bring one back.";
  }

  @Override
  public String description() {
    return "Without --snapshot lists the states kept in curated/history. With it both CSV files become"
        + " what they were then, after the present ones went to the history themselves, so that"
        + " restoring can be undone by restoring.";
  }

  @Override
  public List<String> examples() {
    return List.of("--output=out", "--output=out --snapshot=0123456789ab");
  }

  @Override
  public Class<RestoreCuratedOptions> optionsType() {
    return RestoreCuratedOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    RestoreCuratedOptions options = general.as(RestoreCuratedOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    String snapshot = options.getSnapshot();
    if (snapshot == null) {
      console.line(list(options.getOutput()));
      return ExitCode.DONE;
    }
    return JobRun.of(NAME, options, console)
        .stage((ignored, out) -> restore(options.getOutput(), snapshot, out))
        .finish();
  }

  private static String list(String output) throws IOException {
    TextTable table = TextTable.of("snapshot", "file").number("rows").number("verified");
    List<CuratedSnapshot> snapshots = CuratedSnapshot.all(output);
    for (CuratedSnapshot snapshot : snapshots) {
      snapshot.describe(table);
    }
    return snapshots.isEmpty()
        ? "There is no earlier state: no refresh has changed the curated tables yet."
        : table.render().stripTrailing();
  }

  private static Manifest restore(String output, String id, Console console) throws IOException {
    Publication publication = Publication.begin(output, CurateModels.NAME);
    CuratedSnapshot snapshot =
        CuratedSnapshot.all(output).stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidConfigurationException(
                        List.of("--snapshot=" + id + ": no such snapshot in " + output)));
    double threshold = snapshot.threshold();
    CuratedPair present = CuratedPair.in(output, threshold);
    if (present.snapshotId().equals(id)) {
      throw new InvalidConfigurationException(
          List.of("--snapshot=" + id + ": the curated tables are in this state already"));
    }
    String staging = publication.staging();
    List<StagedFile> staged = new ArrayList<>(CuratedHistory.stage(present, output, staging));
    staged.addAll(snapshot.stage(staging));
    Optional<Manifest> previous = publication.previous();
    Manifest manifest =
        publication.publish(
            new StageResult(staged, List.of(), List.of()),
            // No part is listed: the next refresh must not take the tables for its own.
            RunPlan.fresh(Version.current(), List.of()).keeping(kept(previous, staged, threshold)));
    console.line("Restored " + id + "; before it the tables were " + present.snapshotId() + ".");
    console.line("The next run of curate-models refreshes the restored tables.");
    return manifest;
  }

  /** All files of the last run but the two tables and what replaces one. */
  private static List<Manifest.Output> kept(
      Optional<Manifest> previous, List<StagedFile> staged, double threshold) {
    Set<String> replaced = new HashSet<>(CuratedPair.targets(threshold));
    staged.forEach(file -> replaced.add(file.target()));
    return previous.map(Manifest::files).orElse(List.<Manifest.Output>of()).stream()
        .filter(file -> !replaced.contains(file.path()))
        .toList();
  }
}
