package io.evalbeam.bench;

import io.evalbeam.bench.report.Machine;
import io.evalbeam.bench.section.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page with all results. Each section's part is kept in a file of its own, so that sections can
 * be measured one by one, and a run that is broken off loses nothing.
 */
final class BenchPage {
  private final Settings settings;

  BenchPage(Settings settings) {
    this.settings = settings;
  }

  /** Keeps what a section found and writes the page anew. */
  void add(Section section, String about, String result) throws IOException, InterruptedException {
    Files.createDirectories(settings.results());
    Files.writeString(part(section), "## " + section.title() + "\n\n" + about + "\n\n" + result);
    write();
  }

  private void write() throws IOException, InterruptedException {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(
        "Sizes are "
            + settings.scale()
            + " times the full ones; repetitions: "
            + settings.repetitions()
            + ".\n\n");
    page.append(Machine.describe(settings.repository()));
    for (Section section : Section.ALL) {
      if (Files.exists(part(section))) {
        page.append('\n').append(Files.readString(part(section)));
      }
    }
    Path micro = settings.work().resolve("micro.md");
    if (Files.exists(micro)) {
      page.append(HOT_FUNCTIONS).append(Files.readString(micro));
    }
    Files.writeString(settings.page(), page);
  }

  private Path part(Section section) {
    return settings.results().resolve(section.name() + ".md");
  }

  private static final String HOT_FUNCTIONS =
      """

      ## Hot functions

      By JMH, each beside a peer that does the same or the least that could be done.

      """;

  private static final String HEAD =
      """
      # Benchmarks

      Written by `mvn -q verify -Pbench`. Every program runs in a process of its own, Evalbeam as by
      `./evalbeam`; commands that are compared run in turn, each round beginning with another one. Wall: median, and
      shortest to longest. CPU: median of the processor time of all threads. Peak memory: largest resident set of all runs. Data are
      generated, and lie in the page cache as far as they fit. MB and GB are powers of ten.

      """;
}
