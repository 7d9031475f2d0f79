package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.run.Derived;
import io.evalbeam.schemas.evaluation.RunEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of an ingestion come from: the runs that the register counts to them. */
final class IngestLineage {
  private IngestLineage() {}

  /**
   * Lineage of the published parts, also of those that earlier runs of the command wrote.
   *
   * @param output output directory with the register
   */
  static List<Derived> of(Manifest manifest, String output) throws IOException {
    Set<String> published =
        manifest.files().stream().map(Manifest.Output::path).collect(Collectors.toSet());
    SortedMap<List<String>, SortedSet<String>> runs =
        new TreeMap<>(Comparator.comparing(List::toString));
    for (String register : published) {
      if (register.startsWith("runs/")) {
        TableFileReader.forEach(
            RunEntry.class,
            BeamFiles.join(output, register),
            entry ->
                runs.computeIfAbsent(files(entry, published), part -> new TreeSet<>())
                    .add(entry.location()));
      }
    }
    List<Derived> derived = new ArrayList<>();
    runs.forEach((files, locations) -> derived.add(new Derived(files, List.copyOf(locations))));
    return derived;
  }

  private static List<String> files(RunEntry entry, Set<String> published) {
    IngestLayout layout = new IngestLayout(entry.source(), entry.benchmark());
    int part = entry.part();
    return Stream.of(layout.detail(part), layout.statistics(part), layout.reported(part))
        .filter(published::contains)
        .toList();
  }
}
