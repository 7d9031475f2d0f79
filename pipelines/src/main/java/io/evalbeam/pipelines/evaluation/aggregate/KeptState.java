package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.command.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Whether the state of an earlier run can be built upon. It can when it was made by this version
 * with these settings, from rows made with the settings that hold now, and lies there to the last
 * byte. Otherwise everything is computed again, which gives the same bytes.
 */
final class KeptState {
  private static final String INGESTED = "ingested ";

  private KeptState() {}

  /**
   * The manifest of the state to build upon; empty for none.
   *
   * @param previous manifest of the last run
   * @param console is told about damage
   */
  static Optional<Manifest> of(
      Optional<Manifest> previous,
      AggregateSettings settings,
      IngestedShards shards,
      String output,
      Console console)
      throws IOException {
    if (previous.isEmpty() || !fits(previous.get(), settings, shards)) {
      return Optional.empty();
    }
    for (Manifest.Output file : previous.get().files()) {
      if (settings.layout().isState(file.path()) && !isWhole(file, output)) {
        console.error(
            "the kept state is damaged (" + file.path() + "); everything is computed again");
        return Optional.empty();
      }
    }
    return previous;
  }

  /** What a manifest says about the origin of its state. */
  static List<Manifest.Part> parts(AggregateSettings settings, IngestedShards shards) {
    List<Manifest.Part> parts = new ArrayList<>();
    parts.add(new Manifest.Part(AggregateSettings.PART, settings.fingerprint()));
    shards
        .settings()
        .forEach(
            (benchmark, fingerprint) ->
                parts.add(new Manifest.Part(INGESTED + benchmark, fingerprint)));
    return parts;
  }

  /** A run keeps its hash when only the settings of its ingestion change, but not its rows. */
  private static boolean fits(
      Manifest manifest, AggregateSettings settings, IngestedShards shards) {
    SortedMap<String, String> current = shards.settings();
    for (Map.Entry<String, String> benchmark : current.entrySet()) {
      Optional<String> before = manifest.fingerprint(INGESTED + benchmark.getKey());
      if (before.isPresent() && !before.get().equals(benchmark.getValue())) {
        return false;
      }
    }
    return manifest
        .fingerprint(AggregateSettings.PART)
        .filter(settings.fingerprint()::equals)
        .isPresent();
  }

  private static boolean isWhole(Manifest.Output file, String output) throws IOException {
    String path = AggregateLayout.in(output, file.path());
    return BeamFiles.exists(path) && Hashes.ofFile(path).equals(file.sha256());
  }
}
