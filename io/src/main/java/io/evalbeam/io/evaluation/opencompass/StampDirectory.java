package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One stamp directory: its files by name, hashed when they are asked for, and its newest summary.
 * Files beyond a limit, or that cannot be opened, are left out with an issue.
 */
final class StampDirectory {
  private static final long MAX_SUMMARY = 16L << 20;
  private static final long MAX_RESULTS = 2L << 30;
  // Streamed as well; one run may ask far more than it scores in one file.
  private static final long MAX_PREDICTIONS = 16L << 30;

  private final String location;
  private final String stamp;
  private final RunIssues issues;
  private final SortedMap<String, ListedFile> files = new TreeMap<>();
  private final Map<String, Optional<RunFile>> hashed = new HashMap<>();
  private Optional<SummaryTable> table = Optional.empty();

  private StampDirectory(String location, String stamp, RunIssues issues) {
    this.location = location;
    this.stamp = stamp;
    this.issues = issues;
  }

  /**
   * Takes files and reads the newest summary.
   *
   * @param location below the root of the tree
   * @param listed files with names inside the directory
   */
  static StampDirectory open(
      String location, String stamp, Collection<ListedFile> listed, RunIssues issues)
      throws IOException {
    StampDirectory directory = new StampDirectory(location, stamp, issues);
    listed.stream()
        .filter(directory::withinLimit)
        .forEach(f -> directory.files.put(f.relative(), f));
    directory.readSummary();
    return directory;
  }

  private boolean withinLimit(ListedFile file) {
    long limit = limit(file.relative());
    if (file.bytes() <= limit) {
      return true;
    }
    issues.rejected(
        IssueCode.LIMIT_EXCEEDED,
        file.relative(),
        "",
        "",
        String.format(
            Locale.ROOT,
            "The file has %d bytes; files of its kind may have %d.",
            file.bytes(),
            limit));
    return false;
  }

  private static long limit(String name) {
    if (SummaryFiles.form(name).isPresent()) {
      return MAX_SUMMARY;
    }
    if (name.startsWith(StampLayout.RESULTS)) {
      return MAX_RESULTS;
    }
    // Other files are never opened, whatever their size.
    return name.startsWith(StampLayout.PREDICTIONS) ? MAX_PREDICTIONS : Long.MAX_VALUE;
  }

  private void readSummary() throws IOException {
    List<String> names = names().stream().filter(n -> SummaryFiles.form(n).isPresent()).toList();
    SummaryFiles summaries = SummaryFiles.of(hash(names));
    if (summaries.byStamp().isEmpty()) {
      return;
    }
    // What is wrong with the summary is said when its run is read.
    SummaryReader reader = new SummaryReader(new RunIssues(location, issue -> {}));
    try {
      table = reader.read(summaries.byStamp().lastEntry().getValue()).map(s -> s.table());
    } catch (DamagedRunException e) {
      issues.sink().accept(e.issue());
    }
  }

  String location() {
    return location;
  }

  String stamp() {
    return stamp;
  }

  /** Names of all files inside the directory, sorted. */
  Collection<String> names() {
    return files.keySet();
  }

  /** The table of the newest summary, empty if there is none. */
  Optional<SummaryTable> table() {
    return table;
  }

  /** Folders that predictions lie in. */
  Collection<String> predictionFolders() {
    Collection<String> folders = new TreeSet<>();
    for (String name : names()) {
      int end = name.lastIndexOf('/');
      if (name.startsWith(StampLayout.PREDICTIONS) && end > StampLayout.PREDICTIONS.length()) {
        folders.add(name.substring(StampLayout.PREDICTIONS.length(), end));
      }
    }
    return folders;
  }

  /** Files with their hashes in the order of names; those that cannot be opened are left out. */
  List<RunFile> hash(Collection<String> names) throws IOException {
    List<RunFile> result = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      Optional<RunFile> file = hashed.get(name);
      if (file == null) {
        file = hash(name);
        hashed.put(name, file);
      }
      file.ifPresent(result::add);
    }
    return result;
  }

  private Optional<RunFile> hash(String name) throws IOException {
    ListedFile file = files.get(name);
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RunFile(name, file.path(), file.bytes(), Hashes.ofFile(file.path())));
    } catch (AccessDeniedException | FileNotFoundException | NoSuchFileException e) {
      issues.rejected(
          IssueCode.ACCESS_DENIED,
          name,
          "",
          "",
          "The file was listed and cannot be opened; its run is read without it.");
      return Optional.empty();
    }
  }
}
