package io.evalbeam.io.evaluation.opencompass;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small result trees in the true layout. */
final class ResultTree {
  static final String EVALUATION = "0a1b2c3d-1111-4222-8333-444455556666";
  static final String RUN = "night-7";
  static final String STAMP = "20260301_101500";

  /** Name of the report's run. */
  static final String REPORT = EVALUATION + "/" + RUN;

  private final Path root;

  ResultTree(Path root) {
    this.root = root;
  }

  /** A stamp directory of the usual run. */
  Stamp stamp(String stamp) throws IOException {
    return stamp(EVALUATION, RUN, stamp);
  }

  Stamp stamp(String evaluation, String run, String stamp) throws IOException {
    Path directory = root.resolve(evaluation).resolve("opencompass-" + run).resolve(stamp);
    Files.createDirectories(directory);
    return new Stamp(directory);
  }

  ReadTree read() throws IOException {
    return ReadTree.of(root);
  }

  /** One stamp directory. */
  record Stamp(Path directory) {
    Stamp write(String name, String text) throws IOException {
      return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Stamp write(String name, byte[] bytes) throws IOException {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    }

    /** A csv summary of the usual stamp. */
    Stamp csv(String... lines) throws IOException {
      return write("summary/summary_" + STAMP + ".csv", String.join("\n", lines) + "\n");
    }

    /** Predictions whose answers are short texts, by index. */
    Stamp predictions(String name, String... answers) throws IOException {
      StringBuilder text = new StringBuilder("{");
      for (int i = 0; i < answers.length; i++) {
        text.append(i == 0 ? "" : ",")
            .append(
                "\"%d\": {\"origin_prompt\": \"Q\", \"prediction\": \"%s\"}"
                    .formatted(i, answers[i]));
      }
      return write("predictions/" + name, text + "}");
    }

    Stamp results(String name, String json) throws IOException {
      return write("results/" + name, json);
    }
  }
}
