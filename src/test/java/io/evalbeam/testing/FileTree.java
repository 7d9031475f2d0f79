package io.evalbeam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file below a folder, to compare states of an output directory. */
public final class FileTree {
  private FileTree() {}

  /** Content by path, without the receipt, which alone tells the time. */
  public static Map<String, String> of(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.endsWith("receipt.json"))
          .forEach(path -> files.put(root.relativize(path).toString(), content(path)));
    }
    return files;
  }

  private static String content(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
