package io.evalbeam.testing;

import io.evalbeam.io.files.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files below a directory, without the receipt, which alone tells the time. */
public final class OutputTree {
  private OutputTree() {}

  /** Content of every file by its path below the directory, one character a byte. */
  public static SortedMap<String, String> contents(Path directory) {
    return read(directory, bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** SHA-256 of every published file: the run state is left out. */
  public static SortedMap<String, String> published(Path output) {
    SortedMap<String, String> hashes = read(output, Hashes::ofBytes);
    hashes.keySet().removeIf(path -> path.startsWith("_evalbeam/"));
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

  private static SortedMap<String, String> read(Path directory, Function<byte[], String> text) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files(directory)) {
      if (!file.endsWith("receipt.json")) {
        try {
          texts.put(directory.relativize(file).toString(), text.apply(Files.readAllBytes(file)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return texts;
  }
}
