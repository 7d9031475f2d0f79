package io.evalbeam.io.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a local disk has and object stores have not: directories to tidy, and names in which every
 * character stands for itself.
 */
final class LocalDirectories {
  private LocalDirectories() {}

  static boolean isLocal(String path) {
    return !path.contains("://");
  }

  static boolean exists(String path) {
    return Files.exists(Path.of(path));
  }

  /** Regular files of a directory whose name matches a glob, sorted by path. */
  static List<String> list(String directory, String names) throws IOException {
    Path root = Path.of(directory);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, names)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          files.add(entry.toString());
        }
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /** Deletes a directory and all below it; links are removed, not followed. */
  static void deleteTree(String directory) throws IOException {
    Path root = Path.of(directory);
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      try {
        Files.deleteIfExists(path);
      } catch (DirectoryNotEmptyException e) {
        return; // a straggling task of a cancelled job still writes here
      }
    }
  }
}
