package io.evalbeam.matrix;

import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Invented HELM runs of several models and tasks, with trials, perturbed copies, an older suite and
 * a folder that is no run; a piece is a run. Before the last step the first run has other
 * responses, and the second has a neighbour that later is gone.
 *
 * @param scale factor on the instances of a run
 */
record GeneratedRuns(int scale) implements Inputs {
  private static final int MODELS = 4;
  private static final String SUITE = "v1.1.0";

  @Override
  public int pieces() {
    return 12;
  }

  @Override
  public void write(Path directory, int piece, int place, boolean settled) throws IOException {
    Path folder = directory.resolve(String.format(Locale.ROOT, "%02d", place));
    int instances = (4 + piece) * scale;
    HelmRunFixture run = run(piece).instances(piece == 0 && !settled ? instances + 2 : instances);
    run.write(folder.resolve(SUITE));
    if (piece == 1 && !settled) {
      HelmRunFixture.of("acme/dodo").subject("winds").write(folder.resolve(SUITE));
    }
    if (piece == 2) {
      run.instances(3).write(folder.resolve("v1.0.0"));
    }
    if (piece == 3) {
      Path stray = Files.createDirectories(folder.resolve(SUITE).resolve("stray"));
      Files.writeString(stray.resolve("scenario_state.json"), "{");
    }
  }

  private static HelmRunFixture run(int piece) {
    HelmRunFixture run =
        HelmRunFixture.of("acme/gull-" + piece % MODELS).subject("subject-" + piece / MODELS);
    return piece % 3 == 0 ? run.trials(2).perturbed() : run.perturbed();
  }
}
