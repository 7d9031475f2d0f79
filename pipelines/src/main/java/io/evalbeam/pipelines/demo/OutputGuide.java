package io.evalbeam.pipelines.demo;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says where the tables of a run lie and how large they are. */
final class OutputGuide {
  /** What a stage keeps for its own next run; nothing for readers. */
  private static final String STATE = "state/";

  private OutputGuide() {}

  /** Prints the tables that stages published, in the order of the stages. */
  static void print(String output, List<Manifest> stages, Console console) {
    Map<String, List<Manifest.Output>> tables = new LinkedHashMap<>();
    for (Manifest stage : stages) {
      for (Manifest.Output file : stage.files()) {
        if (!file.path().startsWith(STATE)) {
          tables
              .computeIfAbsent(file.table() + extension(file.path()), key -> new ArrayList<>())
              .add(file);
        }
      }
    }
    TextTable table = TextTable.of("table").number("files").number("rows").text("where");
    tables
        .values()
        .forEach(
            files ->
                table.row(
                    files.get(0).table(),
                    files.size(),
                    Numbers.grouped(rows(files)),
                    TablePlace.of(files.stream().map(Manifest.Output::path).toList())));
    console.line(
        String.format(
            Locale.ROOT,
            "%s pieces of input were rejected or are suspicious; each is a row of issues.",
            Numbers.grouped(rows(tables.getOrDefault("issues.parquet", List.of())))));
    console.line("Everything is in " + output + "/; receipt.json says what was read and written.");
    console.line(table.render());
  }

  private static long rows(List<Manifest.Output> files) {
    return files.stream().mapToLong(Manifest.Output::rows).sum();
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.'));
  }
}
