package io.evalbeam.testing;

import io.evalbeam.io.files.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published files of an output directory: everything but the receipt and the run state. */
public final class OutputTree {
  private OutputTree() {}

  /** SHA-256 of every published file by its path below the directory. */
  public static SortedMap<String, String> of(Path output) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path file : files(output)) {
      String path = output.relativize(file).toString();
      if (!path.equals("receipt.json") && !path.startsWith("_evalbeam/")) {
        try {
          hashes.put(path, Hashes.ofBytes(Files.readAllBytes(file)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return hashes;
  }

  /** Every regular file below a directory, sorted. */
  public static List<Path> files(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
