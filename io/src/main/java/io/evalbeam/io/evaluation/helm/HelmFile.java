package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.evaluation.RunFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run directory that are read; all others are ignored. Each may be compressed with
 * gzip and then has {@code .gz} behind its name.
 */
enum HelmFile {
  RUN_SPEC("run_spec.json"),
  SCENARIO("scenario.json"),
  SCENARIO_STATE("scenario_state.json"),
  PER_INSTANCE_STATS("per_instance_stats.json"),
  STATS("stats.json"),
  INSTANCES("instances.json"),
  DISPLAY_PREDICTIONS("display_predictions.json"),
  ENCRYPTION_DATA("encryption_data.json");

  private static final String COMPRESSED = ".gz";

  private final String plainName;

  HelmFile(String plainName) {
    this.plainName = plainName;
  }

  /** Name without the suffix of a compressed copy. */
  String plainName() {
    return plainName;
  }

  /** The kind of a file by its name on disk, null when it is none of a run's files. */
  static @Nullable HelmFile of(String name) {
    String plain =
        name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    for (HelmFile file : values()) {
      if (file.plainName.equals(plain)) {
        return file;
      }
    }
    return null;
  }

  /** This file among the files of a run. */
  Optional<RunFile> in(List<RunFile> files) {
    return files.stream().filter(file -> of(file.name()) == this).findFirst();
  }
}
