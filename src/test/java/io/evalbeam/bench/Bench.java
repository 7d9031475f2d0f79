package io.evalbeam.bench;

import io.evalbeam.bench.report.Machine;
import io.evalbeam.bench.section.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what was asked for and writes the page. Options are system properties:
 *
 * <pre>
 * bench.only=ingest,aggregate   sections to run; all without it
 * bench.scale=0.01              factor of all sizes; only full sizes are written to the repository's BENCHMARKS.md
 * bench.repetitions=5           runs of each command
 * bench.work=target/bench       directory for data, outputs and results
 * bench.clean=true              delete the data at the end
 * </pre>
 */
public final class Bench {
  private Bench() {}

  /** Runs the sections. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings = Settings.of(System.getProperties());
    List<Section> sections = chosen(settings);
    BenchContext bench = BenchContext.of(settings);
    if (!Files.exists(bench.programs().jar())) {
      throw new IOException(bench.programs().jar() + " is not there: run mvn package first");
    }
    BenchPage page = new BenchPage(settings);
    for (Section section : sections) {
      BenchContext.progress(section.title());
      String about =
          "Measured on "
              + LocalDate.now(ZoneOffset.UTC)
              + " at commit "
              + Machine.commit(settings.repository())
              + "; load of the machine before: "
              + Machine.load()
              + ".";
      String result = measure(section, bench);
      System.out.println("\n" + section.title() + "\n\n" + result);
      page.add(section, about, result);
    }
    WorkDirectory.delete(bench.work().root().resolve("out"));
    if (settings.clean()) {
      WorkDirectory.delete(bench.work().root().resolve("data"));
    }
    System.out.println("Written: " + settings.page());
  }

  /** What a section found; that something failed is a finding too, and the others go on. */
  private static String measure(Section section, BenchContext bench) throws InterruptedException {
    try {
      return section.measure(bench);
    } catch (IOException e) {
      return "Not measured:\n\n```\n" + e.getMessage() + "\n```\n";
    }
  }

  private static List<Section> chosen(Settings settings) {
    List<String> unknown = new ArrayList<>(settings.only());
    Section.ALL.forEach(section -> unknown.remove(section.name()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          unknown + ": sections are " + Section.ALL.stream().map(Section::name).toList());
    }
    return Section.ALL.stream()
        .filter(section -> settings.only().isEmpty() || settings.only().contains(section.name()))
        .toList();
  }
}
