package io.evalbeam.matrix;

import static java.util.Objects.requireNonNull;

import io.evalbeam.pipelines.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bundled runs of every format, each where it lies in the sample; a piece is what a harness
 * writes at once. Commands refuse an empty input, so the first piece of every format is there from
 * the first step on.
 *
 * @param first files of the first pieces
 * @param others files of each other piece
 */
record BundledRuns(List<String> first, List<List<String>> others) implements Inputs {
  private static final String SAMPLE = "/io/evalbeam/sample/";

  /** Names in the path of a piece, by format. */
  private static final Map<String, Integer> DEPTHS =
      Map.of("helm/runs", 4, "lm-eval", 2, "opencompass", 2, "inspect", 2, "every-eval-ever", 5);

  static BundledRuns read() throws IOException {
    SortedMap<String, List<String>> pieces = new TreeMap<>();
    String index = new String(resource("files.txt"), StandardCharsets.UTF_8);
    for (String file : index.lines().toList()) {
      DEPTHS.forEach(
          (format, depth) -> {
            if (file.startsWith(format + "/")) {
              List<String> names = List.of(file.split("/", -1));
              String piece = String.join("/", names.subList(0, depth));
              pieces.computeIfAbsent(piece, path -> new ArrayList<>()).add(file);
            }
          });
    }
    List<String> first = new ArrayList<>();
    List<List<String>> others = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    pieces.forEach(
        (piece, files) -> {
          if (seen.add(piece.substring(0, piece.indexOf('/')))) {
            first.addAll(files);
          } else {
            others.add(files);
          }
        });
    return new BundledRuns(first, others);
  }

  @Override
  public int pieces() {
    return others.size();
  }

  @Override
  public void write(Path directory, int piece, int place, boolean settled) throws IOException {
    if (place == 0) {
      copy(first, directory);
    }
    copy(others.get(piece), directory);
  }

  private static void copy(List<String> files, Path directory) throws IOException {
    for (String file : files) {
      Path target = directory.resolve(file);
      Files.createDirectories(requireNonNull(target.getParent()));
      Files.write(target, resource(file));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream(SAMPLE + name)) {
      return requireNonNull(in, name).readAllBytes();
    }
  }
}
