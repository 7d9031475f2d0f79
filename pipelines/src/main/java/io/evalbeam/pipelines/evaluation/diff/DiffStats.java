package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Json;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code diff-stats}: what changed between two snapshots of statistics. */
public final class DiffStats implements Command {
  @Override
  public String name() {
    return "diff-stats";
  }

  @Override
  public String summary() {
    return "Compare two snapshots of statistics: cells, scores, models, ranks.";
  }

  @Override
  public String description() {
    return "Compares what aggregate-stats wrote at two moments: rows that came, left or changed;"
        + " models that came, left or were renamed; scores made with other prompt settings; published"
        + " scores that changed, each beside its uncertainty; ranks. Snapshots keep no scores of single"
        + " instances, so changes are judged as if both samples were independent, which overstates"
        + " their uncertainty. Exit status: 0, equal or not; with --failOnChange 4 when anything"
        + " differs.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "before after",
        "out/statistics/comprehensive_stats_helm_20260101_000000.parquet out --source=helm --all",
        "--old=before --new=after --json=changes.json --failOnChange");
  }

  @Override
  public Class<DiffStatsOptions> optionsType() {
    return DiffStatsOptions.class;
  }

  @Override
  public List<String> positional() {
    return List.of("old", "new");
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    DiffStatsOptions options = general.as(DiffStatsOptions.class);
    if (options.getLimit() < 1) {
      throw new InvalidConfigurationException(List.of("--limit: must be 1 or more"));
    }
    FileSystems.setDefaultPipelineOptions(options);
    Snapshot older = SnapshotFinder.find(options.getOld(), options.getSource());
    Snapshot newer = SnapshotFinder.find(options.getNew(), options.getSource());
    SnapshotDiff diff = SnapshotDiff.between(older, newer);
    int limit = options.isAll() ? Integer.MAX_VALUE : options.getLimit();
    console.line(new DiffReport(diff, limit).render().stripTrailing());
    save(diff, options.getJson(), console);
    return options.isFailOnChange() && diff.hasChanges() ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void save(SnapshotDiff diff, @Nullable String path, Console console)
      throws IOException {
    if (path != null) {
      BeamFiles.writeAtomically(path, Json.write(diff));
      console.error("Saved as " + path);
    }
  }
}
