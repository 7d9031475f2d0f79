package io.evalbeam.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.DemoRun;
import io.evalbeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the README and the pages it links show works. Its shell commands are run by {@code
 * .ci/readme}.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("evalbeam.root", "../.."));

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> blocks(String language, String text) {
    Matcher matcher =
        Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text);
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  @Test
  void queriesGiveRowsOnTheDemosOutput() throws IOException {
    List<String> queries = new ArrayList<>(blocks("sql", readme()));
    assertFalse(queries.isEmpty());
    try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
      for (Path document : documents.toList()) {
        queries.addAll(blocks("sql", Files.readString(document)));
      }
    }
    Path output = DemoRun.shared().output();
    for (String query : queries) {
      String here = query.replace("evalbeam-out/", output + "/");
      assertFalse(DuckDb.rows(here.replace(";", "")).isEmpty(), query);
    }
  }

  @Test
  void itOpensWithTheTwoCommands() throws IOException {
    assertEquals(
        List.of("mvn -q compile exec:java\n", "mvn -q verify\n"),
        blocks("sh", readme()).subList(0, 2));
  }

  @Test
  void filesAndFoldersItNamesExist() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme());
    while (links.find()) {
      assertTrue(Files.exists(ROOT.resolve(links.group(1))), links.group(1));
    }
    Matcher arguments = Pattern.compile("@(runner-configs/[\\w.-]+)").matcher(readme());
    while (arguments.find()) {
      assertTrue(Files.exists(ROOT.resolve(arguments.group(1))), arguments.group(1));
    }
  }

  @Test
  void everyDocumentIsLinked() throws IOException {
    String readme = readme();
    try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
      for (Path document : documents.toList()) {
        assertTrue(readme.contains("docs/" + document.getFileName()), document.toString());
      }
    }
  }
}
