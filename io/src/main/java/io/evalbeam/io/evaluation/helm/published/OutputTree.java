package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.files.BeamFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Directories that are there with all their files or not at all. A file is a second name of a body
 * in the snapshot store, or its copy where the disk knows no hard links.
 */
final class OutputTree {
  private final Path root;
  private final Path unfinished;

  /**
   * A tree.
   *
   * @param root below which directories appear
   * @param unfinished folder on the same disk for directories that are not complete
   */
  OutputTree(Path root, Path unfinished) {
    this.root = root;
    this.unfinished = unfinished;
  }

  /** Makes a directory hold exactly these files, by name; it is left alone if it does already. */
  void put(String directory, SortedMap<String, Path> bodies) throws IOException {
    Path target = root.resolve(directory);
    if (holds(target, bodies)) {
      return;
    }
    Path arriving = newDirectory();
    for (Map.Entry<String, Path> body : bodies.entrySet()) {
      link(arriving.resolve(body.getKey()), body.getValue());
    }
    remove(directory);
    Files.createDirectories(target.getParent());
    Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes a directory away at once; the bodies stay in the store. */
  void remove(String directory) throws IOException {
    Path target = root.resolve(directory);
    if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path leaving = newDirectory();
    Files.move(target, leaving.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
    BeamFiles.deleteTree(leaving.toString());
  }

  /** With the rights any new directory has, unlike the private ones for temporary files. */
  private Path newDirectory() throws IOException {
    return Files.createDirectories(unfinished.resolve(UUID.randomUUID().toString()));
  }

  private static boolean holds(Path directory, SortedMap<String, Path> bodies) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      TreeSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      if (!names.equals(bodies.keySet())) {
        return false;
      }
    }
    for (Map.Entry<String, Path> body : bodies.entrySet()) {
      Path file = directory.resolve(body.getKey());
      boolean same =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && (Files.isSameFile(file, body.getValue())
                  || Files.mismatch(file, body.getValue()) < 0);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static void link(Path file, Path body) throws IOException {
    try {
      Files.createLink(file, body);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(body, file); // a disk without hard links, or with too many of one file
    }
  }
}
