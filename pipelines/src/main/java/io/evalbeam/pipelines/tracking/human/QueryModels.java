package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.pipelines.tracking.curation.EstimatedModels;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.ModelQuery;
import io.evalbeam.transforms.curate.QueryResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code query-models}: answers a question from the estimates. */
public final class QueryModels implements Command {
  /** Characters a line of a printed table. */
  static final int WIDTH = 160;

  @Override
  public String name() {
    return "query-models";
  }

  @Override
  public String summary() {
    return "Filter and sort the estimated models.";
  }

  @Override
  public String description() {
    return "Prints the models that pass every filter, as a table, CSV or JSON, and saves the same rows"
        + " under query_results/ with the question and --asOf in the file name.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--output=out --aboveThreshold --top=20",
        "--output=out --developer=Meta --minParameters=7e9 --sort=release_date --format=csv");
  }

  @Override
  public Class<QueryModelsOptions> optionsType() {
    return QueryModelsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    QueryModelsOptions options = general.as(QueryModelsOptions.class);
    checkOptions(options);
    FileSystems.setDefaultPipelineOptions(options);
    EstimatedModels models = EstimatedModels.in(options.getOutput());
    ModelQuery query = query(options, models);
    QueryResult result = query.run(models.read());
    String csv = new String(CsvFiles.export(result.toCsv()), StandardCharsets.UTF_8);
    switch (options.getFormat()) {
      case TABLE -> {
        console.line(result.toText(WIDTH).stripTrailing());
        save(options, query.fileName(options.getAsOf(), "csv"), csv, console);
      }
      case CSV -> {
        console.line(csv.stripTrailing());
        save(options, query.fileName(options.getAsOf(), "csv"), csv, console);
      }
      case JSON -> {
        console.line(result.toJson().stripTrailing());
        save(options, query.fileName(options.getAsOf(), "json"), result.toJson(), console);
      }
    }
    return ExitCode.DONE;
  }

  private static void checkOptions(QueryModelsOptions options) {
    List<String> problems = new ArrayList<>();
    Integer top = options.getTop();
    if (top != null && top < 1) {
      problems.add("--top: must be at least 1");
    }
    if (options.isAboveThreshold() && options.getMinFlop() != null) {
      problems.add("--aboveThreshold, --minFlop: give one of them");
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  private static ModelQuery query(QueryModelsOptions options, EstimatedModels models)
      throws IOException {
    return new ModelQuery(
        minFlop(options, models),
        options.getThresholdClass(),
        options.getDeveloper(),
        options.getName(),
        options.getMinParameters(),
        options.getConfidence(),
        options.getSort(),
        options.getTop());
  }

  private static @Nullable Double minFlop(QueryModelsOptions options, EstimatedModels models)
      throws IOException {
    return options.isAboveThreshold() ? (Double) models.threshold() : options.getMinFlop();
  }

  /** Where the answer went is no part of the answer, so it does not go to standard output. */
  private static void save(QueryModelsOptions options, String file, String content, Console console)
      throws IOException {
    if (options.isSave()) {
      String path = BeamFiles.join(options.getOutput(), file);
      BeamFiles.writeAtomically(path, content.getBytes(StandardCharsets.UTF_8));
      console.error("Saved as " + path);
    }
  }
}
