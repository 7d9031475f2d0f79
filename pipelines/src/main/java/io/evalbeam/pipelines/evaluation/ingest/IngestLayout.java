package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.run.StageCount;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Where the tables of one source and benchmark lie in the output directory.
 *
 * @param source collection
 * @param benchmark benchmark
 */
public record IngestLayout(String source, String benchmark) implements Serializable {
  /** Start of the names of all stages of ingestion. */
  public static final String STAGE_PREFIX = IngestEvals.NAME + ".";

  /** Name of the manifest's part that says what the rows depend on besides the runs. */
  public static final String SETTINGS = "settings";

  private static final String DETAIL = "detail";
  private static final String STATISTICS = "stats";
  private static final String REPORTED = "reported";

  /** {@code helm_lite}. */
  public String name() {
    return source + "_" + benchmark;
  }

  /** Name of the stage: each source and benchmark is published by itself. */
  public String stage() {
    return STAGE_PREFIX + name();
  }

  /** A count of the stage. */
  StageCount count(String measure, long count) {
    return new StageCount(stage(), measure, name(), count);
  }

  /** The register of runs. */
  public String runs() {
    return runsDirectory() + "/runs.parquet";
  }

  String runsDirectory() {
    return "runs/" + name();
  }

  String issuesDirectory() {
    return "issues/" + IngestEvals.NAME + "/" + name();
  }

  String issues() {
    return issuesDirectory() + "/issues.parquet";
  }

  String detail(int part) {
    return file(DETAIL, part);
  }

  /** Statistics of a part. */
  public String statistics(int part) {
    return file(STATISTICS, part);
  }

  String reported(int part) {
    return file(REPORTED, part);
  }

  /** Folders of the parts. */
  List<String> partFolders() {
    return List.of(DETAIL, STATISTICS, REPORTED);
  }

  static String in(String output, String relative) {
    return BeamFiles.join(output, relative);
  }

  private String file(String directory, int part) {
    return String.format(Locale.ROOT, "%s/%s_part_%03d.parquet", directory, name(), part);
  }
}
