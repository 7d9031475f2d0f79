package io.evalbeam.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Runs jobs in cells and compares what they publish with the reference. The system property {@code
 * evalbeam.matrix.scale} asks for all cells, on inputs that many times the size; without it few
 * cells run on small inputs.
 */
public final class Matrix {
  private static final int SCALE = Integer.getInteger("evalbeam.matrix.scale", 0);

  private final Path folder;
  private final Launcher reference;
  private final Map<Job, Inputs> inputs = new EnumMap<>(Job.class);
  private final Map<Job, Path> expected = new EnumMap<>(Job.class);

  /** Runs command lines. */
  @FunctionalInterface
  public interface Launcher {
    /** Runs one to its end; anything but success is an error of the test. */
    void run(List<String> command) throws Exception;
  }

  /**
   * An empty matrix.
   *
   * @param folder for inputs and outputs
   */
  public Matrix(Path folder) {
    this(folder, Matrix::inThisProcess);
  }

  /**
   * An empty matrix.
   *
   * @param reference runs the reference
   */
  Matrix(Path folder, Launcher reference) {
    this.folder = folder;
    this.reference = reference;
  }

  /** Runs a command line in this process. */
  static void inThisProcess(List<String> command) {
    CommandRun run = CommandRun.of(command.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), () -> command + "\n" + run.errors());
  }

  /** Every job in the cells of a runner, as arguments of a test. */
  public static Stream<Arguments> cells(Runner runner) {
    List<Arguments> cells = new ArrayList<>();
    for (Job job : Job.values()) {
      for (Cell cell : SCALE > 0 ? Cell.all(runner) : Cell.few(runner)) {
        if (SCALE > 0 || job.isShort(cell)) {
          cells.add(Arguments.of(job, cell));
        }
      }
    }
    return cells.stream();
  }

  /**
   * Runs a job in a cell.
   *
   * @throws AssertionError naming job, cell and first different file
   */
  public void check(Job job, Cell cell, Launcher launcher) throws Exception {
    Path published = expected(job);
    Path output = folder.resolve(job + "-cell");
    run(job, cell, launcher, output);
    Optional<String> difference =
        new TreeComparison(job.rowTables(cell)).firstDifference(published, output);
    if (difference.isPresent()) {
      throw new AssertionError(job + " (" + cell + "): " + difference.get());
    }
  }

  /** Output of the reference cell of a job. */
  Path expected(Job job) throws Exception {
    Path output = folder.resolve(job.toString());
    if (!expected.containsKey(job)) {
      inputs.put(
          job, job.inputs(Files.createDirectories(folder.resolve(job + "-prepared")), scale()));
      run(job, Cell.REFERENCE, reference, output);
      expected.put(job, output);
    }
    return output;
  }

  private static int scale() {
    return Math.max(1, SCALE);
  }

  private void run(Job job, Cell cell, Launcher launcher, Path output) throws Exception {
    BeamFiles.deleteTree(output.toString());
    Inputs pieces = inputs.get(job);
    if (pieces == null) {
      throw new IllegalStateException(job + " has no input yet");
    }
    List<Integer> arrival = cell.arrival().of(pieces.pieces());
    Path input = folder.resolve(job + "-input");
    for (int step = 1; step <= cell.steps(); step++) {
      boolean last = step == cell.steps();
      BeamFiles.deleteTree(input.toString());
      Files.createDirectories(input);
      for (int place = 0; place < arrival.size() * step / cell.steps(); place++) {
        pieces.write(input, arrival.get(place), place, last);
      }
      for (List<String> command : job.commands(input, output, last)) {
        List<String> all = new ArrayList<>(command);
        all.addAll(cell.runner().options(cell.parallelism()));
        launcher.run(all);
      }
    }
  }
}
