package io.evalbeam.io.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories exist only on local disks; object stores have none to tidy. */
final class LocalDirectories {
  private LocalDirectories() {}

  /** Deletes a local directory and the empty directories below it; other paths are left alone. */
  static void deleteEmptyTree(String directory) throws IOException {
    if (directory.contains("://")) {
      return;
    }
    Path root = Path.of(directory);
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> directories;
    try (Stream<Path> walk = Files.walk(root)) {
      directories = walk.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path empty : directories) {
      try {
        Files.deleteIfExists(empty);
      } catch (DirectoryNotEmptyException e) {
        return; // another run is writing here
      }
    }
  }
}
