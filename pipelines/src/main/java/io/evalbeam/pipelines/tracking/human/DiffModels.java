package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.CuratedColumns;
import io.evalbeam.transforms.curate.ModelDiff;
import io.evalbeam.transforms.curate.ModelViews;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code diff-models}: what changed between two lists of models. */
public final class DiffModels implements Command {
  @Override
  public String name() {
    return "diff-models";
  }

  @Override
  public String summary() {
    return "Compare two lists of models: new, gone, changed.";
  }

  @Override
  public String description() {
    return "Reads two model files (JSON) or curated tables (CSV) and lists new models, vanished models"
        + " and every field that differs, with both values. FLOP are compared to three digits.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "old/estimated_models.json new/estimated_models.json",
        "--old=before.csv --new=after.csv --csv=changes.csv");
  }

  @Override
  public Class<DiffModelsOptions> optionsType() {
    return DiffModelsOptions.class;
  }

  @Override
  public List<String> positional() {
    return List.of("old", "new");
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    DiffModelsOptions options = general.as(DiffModelsOptions.class);
    String older = options.getOld();
    String newer = options.getNew();
    String csv = options.getCsv();
    if (csv != null && (csv.equals(older) || csv.equals(newer))) {
      throw new InvalidConfigurationException(
          List.of("--csv: must be another file than those compared"));
    }
    FileSystems.setDefaultPipelineOptions(options);
    ModelDiff diff =
        ModelDiff.between(
            models(older, options.getKey()),
            models(newer, options.getKey()),
            options.isTimes() ? Set.of() : ModelDiff.TIMES);
    console.line(diff.render(QueryModels.WIDTH).stripTrailing());
    if (csv != null) {
      BeamFiles.writeAtomically(csv, CsvFiles.export(diff.toCsv()));
      console.error("Saved as " + csv);
    }
    return ExitCode.DONE;
  }

  private static Map<String, Map<String, String>> models(String path, @Nullable String key)
      throws IOException {
    return path.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? ModelViews.ofCsv(UserFiles.table(path), key == null ? CuratedColumns.MODEL : key, path)
        : ModelViews.ofJson(UserFiles.text(path), key == null ? "name" : key, path);
  }
}
