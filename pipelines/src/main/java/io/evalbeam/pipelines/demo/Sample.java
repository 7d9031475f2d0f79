package io.evalbeam.pipelines.demo;

import io.evalbeam.io.files.BeamFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bundled sample: small leaderboards and evaluation runs of invented models. {@code files.txt}
 * lists its files, since a class path cannot be listed.
 */
final class Sample {
  /** The description of the leaderboards. */
  static final String SOURCES = "sources.yaml";

  private static final String INDEX = "files.txt";

  private Sample() {}

  /** Writes the sample into a directory. */
  static void writeTo(String directory) throws IOException {
    for (String file : files()) {
      BeamFiles.writeAtomically(BeamFiles.join(directory, file), read(file));
    }
  }

  /** Paths of the files below the sample. */
  static List<String> files() throws IOException {
    return new String(read(INDEX), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream("/io/evalbeam/sample/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("the bundled sample lacks " + file);
      }
      return in.readAllBytes();
    }
  }
}
