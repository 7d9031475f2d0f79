package io.evalbeam.bench;

import io.evalbeam.bench.measure.CommandLine;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Interleaved;
import io.evalbeam.bench.measure.MeasuredProcess;
import io.evalbeam.bench.measure.Repetitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What sections work with.
 *
 * @param settings what was asked for
 * @param programs command lines
 * @param work generated data and outputs
 */
public record BenchContext(Settings settings, Programs programs, WorkDirectory work) {

  /** The context of settings. */
  static BenchContext of(Settings settings) {
    return new BenchContext(
        settings, new Programs(settings.repository()), new WorkDirectory(settings.work()));
  }

  /** Measures commands against each other. */
  public List<Repetitions> compare(List<Contender> contenders)
      throws IOException, InterruptedException {
    return new Interleaved(settings.repetitions(), log(), BenchContext::progress).run(contenders);
  }

  /** Runs a command whose time does not matter. */
  public void run(CommandLine command) throws IOException, InterruptedException {
    new MeasuredProcess(log(), List.of()).run(command);
  }

  /** Tells a person what happens. */
  public static void progress(String line) {
    System.err.println("bench: " + line);
  }

  private Path log() throws IOException {
    return work.output("last-command.log");
  }
}
