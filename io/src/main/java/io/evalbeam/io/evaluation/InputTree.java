package io.evalbeam.io.evaluation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files below a directory or glob. Symbolic links below the input are neither followed
 * nor opened: data must not decide what is read.
 */
public final class InputTree {
  private static final int DEEPEST = 64;
  private static final int MOST_FILES = 20_000_000;
  private static final String GLOB = "*?[{";

  private final String stage;

  /**
   * A lister.
   *
   * @param stage command, for issues
   */
  public InputTree(String stage) {
    this.stage = stage;
  }

  /**
   * Lists a directory, or the files and directories that a glob matches. Relative paths start at
   * the directory, or at the last folder of the glob without a pattern.
   *
   * @throws FileNotFoundException when nothing is there
   */
  public InputListing list(String input) throws IOException {
    return input.contains("://") ? listRemote(input) : listLocal(input);
  }

  private InputListing listLocal(String input) throws IOException {
    String base = fixedPart(input);
    Path root = Path.of(base);
    if (!Files.isDirectory(root)) {
      throw new FileNotFoundException(input + ": no such directory");
    }
    Walk walk = new Walk(root, base.equals(input) ? null : matcher(input));
    // The input itself may be a link: it is the user's word, not the data's.
    Files.walkFileTree(root.toRealPath(), EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
    if (walk.files.isEmpty() && walk.emptyDirectories.isEmpty()) {
      throw new FileNotFoundException(input + ": no files");
    }
    walk.files.sort(Comparator.comparing(ListedFile::relative));
    walk.emptyDirectories.sort(Comparator.comparing(ListedDirectory::relative));
    return new InputListing(walk.files, walk.emptyDirectories, walk.issues);
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  private static InputListing listRemote(String input) throws IOException {
    String base = fixedPart(input);
    String pattern = base.equals(input) ? BeamFiles.join(BeamFiles.literal(base), "**") : input;
    List<ListedFile> files = new ArrayList<>();
    String prefix = base.endsWith("/") ? base : base + "/";
    for (Metadata metadata : BeamFiles.match(pattern)) {
      String path = metadata.resourceId().toString();
      if (path.startsWith(prefix)) {
        files.add(new ListedFile(path, path.substring(prefix.length()), metadata.sizeBytes()));
      }
    }
    if (files.isEmpty()) {
      throw new FileNotFoundException(input + ": no files");
    }
    files.sort(Comparator.comparing(ListedFile::relative));
    return new InputListing(files, List.of(), List.of());
  }

  /** The folders before the first one with a pattern; the whole text if it has none. */
  private static String fixedPart(String input) {
    int pattern = -1;
    for (int i = 0; i < input.length() && pattern < 0; i++) {
      pattern = GLOB.indexOf(input.charAt(i)) >= 0 ? i : -1;
    }
    if (pattern < 0 || (!input.contains("://") && Files.isDirectory(Path.of(input)))) {
      return input;
    }
    int slash = input.lastIndexOf('/', pattern);
    return slash < 0 ? "." : input.substring(0, Math.max(slash, 1));
  }

  /** Collects regular files; says what else is there. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path shownRoot;
    private final @Nullable PathMatcher matcher;
    private final List<ListedFile> files = new ArrayList<>();
    private final List<ListedDirectory> emptyDirectories = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Path root;

    Walk(Path root, @Nullable PathMatcher matcher) throws IOException {
      this.shownRoot = root;
      this.root = root.toRealPath();
      this.matcher = matcher;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (matches(directory) && Files.isReadable(directory)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
          if (!entries.iterator().hasNext()) {
            emptyDirectories.add(new ListedDirectory(directory.toString(), relative(directory)));
          }
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (files.size() >= MOST_FILES) {
        throw new IOException(shownRoot + ": more than " + MOST_FILES + " files");
      }
      if (!matches(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile()) {
        String relative = relative(file);
        files.add(
            new ListedFile(shownRoot.resolve(relative).toString(), relative, attributes.size()));
      } else if (!attributes.isDirectory()) {
        issues.add(notRegular(file));
      } else {
        issues.add(
            Issue.warning(
                IssueCode.LIMIT_EXCEEDED,
                stage,
                relative(file),
                "",
                "",
                "Folders deeper than " + DEEPEST + " are not searched."));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof AccessDeniedException) {
        issues.add(
            Issue.rejected(
                IssueCode.ACCESS_DENIED,
                stage,
                relative(file),
                "",
                "",
                "The folder cannot be read; grant the right to read it and run again."));
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private boolean matches(Path file) {
      if (matcher == null) {
        return true;
      }
      for (Path path = shownRoot.resolve(root.relativize(file));
          path != null && path.getNameCount() >= shownRoot.getNameCount();
          path = path.getParent()) {
        if (matcher.matches(path)) {
          return true;
        }
      }
      return false;
    }

    private Issue notRegular(Path file) throws IOException {
      boolean link = Files.isSymbolicLink(file);
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Issue.warning(
          IssueCode.NOT_A_REGULAR_FILE,
          stage,
          relative(file),
          "",
          "",
          "A "
              + (link ? "symbolic link" : attributes.isOther() ? "pipe or device" : "special file")
              + " is neither followed nor opened; put the file itself there.");
    }

    private String relative(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }
  }
}
