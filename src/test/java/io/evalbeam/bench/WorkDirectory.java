package io.evalbeam.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generated data, which are kept from run to run, and outputs, which are not.
 *
 * @param root directory that belongs to the bench alone
 */
public record WorkDirectory(Path root) {
  private static final String COMPLETE = ".complete";

  /** Writes data. */
  @FunctionalInterface
  public interface Generator {
    /** Writes data into a directory that does not exist yet. */
    void write(Path directory) throws IOException;
  }

  /**
   * Data of a name that tells everything they depend on; generated unless they are there, complete.
   */
  public Path data(String name, Generator generator) throws IOException {
    Path directory = root.resolve("data").resolve(name);
    Path marker = directory.resolveSibling(name + COMPLETE);
    if (!Files.exists(marker)) {
      delete(directory);
      Files.createDirectories(directory.getParent());
      generator.write(directory);
      Files.createFile(marker);
    }
    return directory;
  }

  /** Place of an output; it may be there from an earlier run. */
  public Path output(String name) throws IOException {
    return Files.createDirectories(root.resolve("out")).resolve(name);
  }

  /** Deletes a directory with everything in it, if it is there. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    for (Path path : tree(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }

  /** Makes a directory equal to another one. */
  public static void replace(Path directory, Path by) throws IOException {
    delete(directory);
    for (Path path : tree(by)) {
      Files.copy(path, directory.resolve(by.relativize(path)));
    }
  }

  /** Bytes of all files below a directory. */
  public static long bytes(Path directory) throws IOException {
    return tree(directory).stream().mapToLong(WorkDirectory::size).sum();
  }

  private static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parents before their children. */
  private static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.sorted().toList();
    }
  }
}
