package io.evalbeam.pipelines.demo;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says where the tables of a run lie and how large they are. */
final class OutputGuide {
  private static final List<String> STAGES =
      List.of("collect-models", "estimate-flops", "curate-models");

  private OutputGuide() {}

  static void print(String output, Console console) throws IOException {
    TextTable table = TextTable.of("table").number("files").number("rows").text("where");
    for (String stage : STAGES) {
      Optional<Manifest> manifest = Publication.read(output, stage);
      if (manifest.isPresent()) {
        addTables(manifest.get(), table);
      }
    }
    console.line("Everything is in " + output + "/; receipt.json says what was read and written.");
    console.line(table.render());
  }

  private static void addTables(Manifest manifest, TextTable table) {
    Map<String, List<Manifest.Output>> byTable = new TreeMap<>();
    for (Manifest.Output file : manifest.files()) {
      byTable.computeIfAbsent(file.table(), name -> new ArrayList<>()).add(file);
    }
    byTable.forEach(
        (name, files) ->
            table.row(
                name,
                files.size(),
                Numbers.grouped(files.stream().mapToLong(Manifest.Output::rows).sum()),
                place(files)));
  }

  /** The file, or the pattern that fits all of them. */
  private static String place(List<Manifest.Output> files) {
    String first = files.get(0).path();
    if (files.size() == 1) {
      return first;
    }
    return first.substring(0, first.lastIndexOf('/') + 1)
        + "*"
        + first.substring(first.lastIndexOf('.'));
  }
}
