package io.evalbeam.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on scale shows what the simulation gives. */
class ScaleDocumentTest {
  private static final Path PAGE =
      Path.of(System.getProperty("evalbeam.root", "../.."), "docs", "scale.md");

  @Test
  void everyTableIsThatOfTheSimulation() throws IOException {
    String page = Files.readString(PAGE);
    List<ScalePage.Section> sections = new ScalePage(UnitCosts.load()).sections();
    String tables =
        sections.stream()
            .map(section -> "## " + section.heading() + "\n\n" + section.table())
            .collect(Collectors.joining("\n"));
    Files.writeString(Path.of("target", "scale.md"), tables);
    assertEquals(
        sections.stream().map(ScalePage.Section::table).collect(Collectors.joining("\n")),
        sections.stream()
            .map(section -> table(page, section.heading()))
            .collect(Collectors.joining("\n")));
  }

  /** Figures in sentences that another measurement would change. */
  @Test
  void theLimitOfModelsIsStated() throws IOException {
    String limit =
        String.format(
            Locale.ROOT, "about %,d models", ScalePage.mostModels(UnitCosts.load()) / 10 * 10);
    assertTrue(Files.readString(PAGE).contains(limit), limit);
  }

  /** The first table below a heading, with its line breaks. */
  private static String table(String page, String heading) {
    int start = page.indexOf("## " + heading + "\n");
    assertTrue(start >= 0, heading);
    return page.substring(start)
        .lines()
        .skip(1)
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
