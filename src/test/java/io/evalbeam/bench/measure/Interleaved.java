package io.evalbeam.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Runs commands in turn, each round beginning with another one, so that what slows the machine down
 * for a while, or warms it up, meets all of them.
 *
 * @param repetitions rounds
 * @param log file for what commands print
 * @param progress takes a line for each run
 */
public record Interleaved(int repetitions, Path log, Consumer<String> progress) {

  /** Measures all contenders; results are in their order. */
  public List<Repetitions> run(List<Contender> contenders)
      throws IOException, InterruptedException {
    List<List<Measurement>> runs = new ArrayList<>();
    contenders.forEach(contender -> runs.add(new ArrayList<>()));
    for (int round = 0; round < repetitions; round++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int number = (round + turn) % contenders.size();
        Contender contender = contenders.get(number);
        contender.before().prepare();
        Measurement measured =
            new MeasuredProcess(log, contender.helpers()).run(contender.command());
        runs.get(number).add(measured);
        progress.accept(
            String.format(
                Locale.ROOT,
                "%d/%d %s: %.2f s",
                round + 1,
                repetitions,
                contender.name(),
                measured.wallSeconds()));
      }
    }
    List<Repetitions> results = new ArrayList<>();
    for (int number = 0; number < runs.size(); number++) {
      results.add(new Repetitions(contenders.get(number).name(), runs.get(number)));
    }
    return results;
  }
}
