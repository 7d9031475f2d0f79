package io.evalbeam.pipelines.demo;

import io.evalbeam.io.files.BeamFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The bundled sample: small sources about invented models. */
final class Sample {
  private static final List<String> FILES =
      List.of(
          "sources.yaml",
          "roost_arena.csv",
          "harbour_exam.html",
          "tide_bench.md",
          "flock_code.json",
          "published_models.csv",
          "by_hand.yaml");

  private Sample() {}

  /** Writes the sample into a directory; returns the path of its sources file. */
  static String writeTo(String directory) throws IOException {
    for (String file : FILES) {
      try (InputStream in = Sample.class.getResourceAsStream("/io/evalbeam/sample/" + file)) {
        if (in == null) {
          throw new FileNotFoundException("the bundled sample lacks " + file);
        }
        BeamFiles.writeAtomically(BeamFiles.join(directory, file), in.readAllBytes());
      }
    }
    return BeamFiles.join(directory, FILES.get(0));
  }
}
