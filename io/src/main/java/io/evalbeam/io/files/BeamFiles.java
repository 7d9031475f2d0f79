package io.evalbeam.io.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.CreateOptions.StandardCreateOptions;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Whole files on any Beam file system. Paths are literal unless a method says glob.
 *
 * <p>Callers on a worker need no set-up: runners register file systems before user code.
 */
public final class BeamFiles {
  private static final String BINARY = "application/octet-stream";

  private BeamFiles() {}

  /** Joins a directory and a relative path with one separator. */
  public static String join(String directory, String relative) {
    return directory.endsWith("/") ? directory + relative : directory + "/" + relative;
  }

  /** Opens a file for reading; the caller closes it. */
  public static InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(resource(path)));
  }

  /**
   * Creates or replaces a file; the caller closes it. Not atomic: write to staging, then rename.
   */
  public static OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(
        FileSystems.create(
            resource(path), StandardCreateOptions.builder().setMimeType(BINARY).build()));
  }

  /** The bytes of a file, or empty when there is none. */
  public static Optional<byte[]> readIfExists(String path) throws IOException {
    try (InputStream in = open(path)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException | java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A UTF-8 file as text. */
  public static String readText(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes UTF-8 text under a neighbouring name and renames it into place. */
  public static void writeAtomically(String path, byte[] content) throws IOException {
    String temporary = path + ".tmp";
    try (OutputStream out = create(temporary)) {
      out.write(content);
    }
    rename(List.of(temporary), List.of(path));
  }

  /** Moves files onto their targets, replacing them; sources that are gone count as moved. */
  public static void rename(List<String> from, List<String> to) throws IOException {
    FileSystems.rename(resources(from), resources(to), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /** Copies files, replacing the targets. */
  public static void copy(List<String> from, List<String> to) throws IOException {
    FileSystems.copy(resources(from), resources(to));
  }

  /** Deletes files; those that are gone already are fine. */
  public static void delete(Collection<String> paths) throws IOException {
    FileSystems.delete(resources(paths), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  public static boolean exists(String path) throws IOException {
    if (LocalDirectories.isLocal(path)) {
      return LocalDirectories.exists(path);
    }
    MatchResult match = FileSystems.match(List.of(literal(path)), EmptyMatchTreatment.ALLOW).get(0);
    return match.status() == MatchResult.Status.OK && !match.metadata().isEmpty();
  }

  /** What matches a glob, in no particular order; empty when nothing does. */
  public static List<Metadata> match(String pattern) throws IOException {
    MatchResult match = FileSystems.match(List.of(pattern), EmptyMatchTreatment.ALLOW).get(0);
    return match.status() == MatchResult.Status.NOT_FOUND ? List.of() : match.metadata();
  }

  /** Files that match a glob, sorted by path; empty when none does. */
  public static List<String> glob(String pattern) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Metadata metadata : match(pattern)) {
      paths.add(metadata.resourceId().toString());
    }
    paths.sort(Comparator.naturalOrder());
    return paths;
  }

  /** Files of a directory whose name matches a glob, sorted by path; empty when none does. */
  public static List<String> list(String directory, String names) throws IOException {
    // Beam's local file system takes brackets in a directory's name for a pattern, escaped or not.
    return LocalDirectories.isLocal(directory)
        ? LocalDirectories.list(directory, names)
        : glob(join(literal(directory), names));
  }

  /** Sum of the sizes of files. */
  public static long totalBytes(List<String> paths) throws IOException {
    long bytes = 0;
    for (String path : paths) {
      String spec = LocalDirectories.isLocal(path) ? path : literal(path);
      bytes += FileSystems.matchSingleFileSpec(spec).sizeBytes();
    }
    return bytes;
  }

  /** Deletes every file below a directory, and the directory where the file system has them. */
  public static void deleteTree(String directory) throws IOException {
    if (LocalDirectories.isLocal(directory)) {
      LocalDirectories.deleteTree(directory);
      return;
    }
    delete(glob(join(literal(directory), "**")));
  }

  private static ResourceId resource(String path) {
    return FileSystems.matchNewResource(path, false);
  }

  private static List<ResourceId> resources(Collection<String> paths) {
    return paths.stream().map(BeamFiles::resource).toList();
  }

  /** A glob that matches exactly one path: glob characters in it lose their meaning. */
  public static String literal(String path) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if ("*?[]{}".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
