package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.evaluation.ingest.IngestLayout;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The live runs of a source, from the registers that complete ingestions published.
 *
 * @param runs live entries of all benchmarks, each run once
 * @param settings fingerprints of what their rows depend on besides the runs, by benchmark
 */
record IngestedShards(List<RunEntry> runs, SortedMap<String, String> settings) {

  /**
   * Reads the registers.
   *
   * @throws InvalidConfigurationException when the source was never ingested there
   * @throws IOException also when an ingestion was interrupted while it published, or a register
   *     contradicts itself
   */
  static IngestedShards of(String input, String source) throws IOException {
    String state = BeamFiles.join(input, "_evalbeam");
    String prefix = IngestLayout.STAGE_PREFIX + source + "_";
    if (!BeamFiles.list(state, prefix + "*.journal.json").isEmpty()) {
      throw new IOException(
          input + ": an ingestion was interrupted while it published; run it again to complete it");
    }
    List<RunEntry> runs = new ArrayList<>();
    SortedMap<String, String> settings = new TreeMap<>();
    for (String manifest : BeamFiles.list(state, prefix + "*.json")) {
      String file = manifest.substring(manifest.lastIndexOf('/') + 1);
      String benchmark = file.substring(prefix.length(), file.length() - ".json".length());
      settings.put(benchmark, read(input, new IngestLayout(source, benchmark), runs));
    }
    if (settings.isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(
              "--input="
                  + input
                  + ": no shards of source "
                  + source
                  + "; ingest-evals writes them"));
    }
    return new IngestedShards(runs, settings);
  }

  /** Files with the statistics of the live runs, below the input, sorted. */
  List<String> statistics() {
    SortedSet<String> shards = new TreeSet<>();
    for (RunEntry entry : runs) {
      shards.add(new IngestLayout(entry.source(), entry.benchmark()).statistics(entry.part()));
    }
    return List.copyOf(shards);
  }

  /** Adds the live runs of a benchmark; returns the fingerprint of its settings. */
  private static String read(String input, IngestLayout layout, List<RunEntry> runs)
      throws IOException {
    Manifest manifest = Publication.read(input, layout.stage()).orElseThrow();
    Set<String> published =
        manifest.files().stream().map(Manifest.Output::path).collect(Collectors.toSet());
    Set<String> live = new HashSet<>();
    try (TableFileReader<RunEntry> reader =
        new TableFileReader<>(Table.of(RunEntry.class), BeamFiles.join(input, layout.runs()))) {
      for (RunEntry entry = reader.read(); entry != null; entry = reader.read()) {
        if (entry.status() == RunStatus.LIVE) {
          if (!published.contains(layout.statistics(entry.part()))) {
            throw new IOException(
                layout.runs() + " names part " + entry.part() + ", which was not published");
          }
          if (!live.add(PartRead.run(entry.runName(), entry.runHash()))) {
            throw new IOException(
                layout.runs() + " says that two copies of run " + entry.runName() + " count");
          }
          runs.add(entry);
        }
      }
    }
    return manifest.fingerprint(IngestLayout.SETTINGS).orElse("");
  }
}
