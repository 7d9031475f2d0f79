package io.evalbeam.io.publish;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Publishes the output of one stage into an output directory so that a crash at any moment leaves
 * either the old state or one that the next run completes.
 *
 * <p>Files are staged under {@code _evalbeam/staging/STAGE}, every run in a folder of its own: the
 * job of a client that was killed may still be at work on a cluster. Publishing first writes a
 * journal of all moves: from then on the new state holds, and whoever comes next finishes the
 * moves. The manifest is written after the last move, the journal removed after the manifest.
 */
public final class Publication {
  private static final String JOURNAL_SUFFIX = ".journal.json";

  private final String output;
  private final String stage;
  private final String run = UUID.randomUUID().toString();

  private Publication(String output, String stage) {
    this.output = output;
    this.stage = stage;
  }

  /**
   * Opens the output directory for a run of the stage: completes what killed runs of any stage had
   * decided, since stages read each other's files, and discards what this one had not. An output
   * directory that does not exist yet is not created.
   *
   * @throws IOException also when another run is writing to the directory
   */
  public static Publication begin(String output, String stage) throws IOException {
    OutputLock.holdExisting(output);
    for (String journal :
        BeamFiles.list(BeamFiles.join(output, "_evalbeam"), "*" + JOURNAL_SUFFIX)) {
      String file = journal.substring(journal.lastIndexOf('/') + 1);
      String interrupted = file.substring(0, file.length() - JOURNAL_SUFFIX.length());
      new Publication(output, interrupted).completeJournal();
    }
    Publication publication = new Publication(output, stage);
    publication.discardStaged();
    return publication;
  }

  /**
   * Claims the output directory before the first file is staged.
   *
   * @throws IOException when another run is writing to it, or when it is no directory
   */
  public void claim() throws IOException {
    OutputLock.hold(output);
  }

  /** Folder for this run's unpublished files. */
  public String staging() {
    return state("staging/" + stage + "/" + run);
  }

  /** What the stage published last. */
  public Optional<Manifest> previous() throws IOException {
    return read(output, stage);
  }

  /** The manifest of a stage, or empty when it never completed here. */
  public static Optional<Manifest> read(String output, String stage) throws IOException {
    Optional<byte[]> json =
        BeamFiles.readIfExists(BeamFiles.join(output, "_evalbeam/" + stage + ".json"));
    return json.isEmpty() ? Optional.empty() : Optional.of(Json.read(json.get(), Manifest.class));
  }

  /** What the pipeline left in the staging folder. */
  public StageResult result() throws IOException {
    return Json.read(
        BeamFiles.readIfExists(BeamFiles.join(staging(), StageResult.FILE))
            .orElseThrow(() -> new IOException("the pipeline ended without a result")),
        StageResult.class);
  }

  /**
   * Moves staged files to their places, removes files of the previous run that are no longer part
   * of the output, and writes the manifest.
   */
  public Manifest publish(StageResult result, RunPlan plan) throws IOException {
    List<Manifest.Output> files = new ArrayList<>(plan.keptFiles());
    result.files().forEach(file -> files.add(Manifest.Output.of(file)));
    files.sort(Comparator.comparing(Manifest.Output::path));
    List<InputFile> inputs = new ArrayList<>(plan.keptInputs());
    inputs.addAll(result.inputs());
    inputs.sort(Comparator.comparing(InputFile::part).thenComparing(InputFile::name));
    List<Manifest.Count> counts = new ArrayList<>(plan.keptCounts());
    result.counts().forEach(count -> counts.add(Manifest.Count.of(count)));
    counts.sort(Comparator.comparing(Manifest.Count::measure).thenComparing(Manifest.Count::group));
    Manifest manifest = new Manifest(stage, plan.version(), plan.parts(), inputs, files, counts);
    Journal journal = new Journal(moves(result.files()), obsolete(files), manifest);
    BeamFiles.writeAtomically(journalPath(), Json.write(journal));
    apply(journal);
    return manifest;
  }

  private void completeJournal() throws IOException {
    Optional<byte[]> json = BeamFiles.readIfExists(journalPath());
    if (json.isPresent()) {
      apply(Json.read(json.get(), Journal.class));
    }
  }

  /** Every step can be repeated: moves whose source is gone were done by an earlier attempt. */
  private void apply(Journal journal) throws IOException {
    List<String> from = journal.moves().stream().map(Move::staged).toList();
    List<String> to =
        journal.moves().stream().map(m -> BeamFiles.join(output, m.target())).toList();
    BeamFiles.rename(from, to);
    BeamFiles.delete(
        journal.obsolete().stream().map(path -> BeamFiles.join(output, path)).toList());
    BeamFiles.writeAtomically(state(stage + ".json"), Json.write(journal.manifest()));
    BeamFiles.delete(List.of(journalPath()));
    discardStaged();
  }

  /**
   * What runs of the stage left; a job that is still at work then fails, and nobody waits for it.
   */
  private void discardStaged() throws IOException {
    BeamFiles.deleteTree(state("staging/" + stage));
  }

  private static List<Move> moves(List<StagedFile> files) {
    return files.stream().map(file -> new Move(file.staged(), file.target())).toList();
  }

  private List<String> obsolete(List<Manifest.Output> files) throws IOException {
    Set<String> current = new HashSet<>();
    files.forEach(file -> current.add(file.path()));
    List<String> obsolete = new ArrayList<>();
    Optional<Manifest> previous = previous();
    if (previous.isPresent()) {
      for (Manifest.Output file : previous.get().files()) {
        if (!current.contains(file.path())) {
          obsolete.add(file.path());
        }
      }
    }
    return obsolete;
  }

  private String state(String relative) {
    return BeamFiles.join(output, "_evalbeam/" + relative);
  }

  private String journalPath() {
    return state(stage + JOURNAL_SUFFIX);
  }

  /** The decision to publish: complete once written. */
  private record Journal(List<Move> moves, List<String> obsolete, Manifest manifest) {}

  private record Move(String staged, String target) {}
}
