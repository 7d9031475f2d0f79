package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** Identity of real leaderboards' models. */
final class IdentityAcceptanceTest {
  private static final String TRACKER = "data/model-tracker/";
  private static final ModelNames NAMES = ModelNames.standard();
  private static final DeveloperResolver DEVELOPERS = DeveloperResolver.standard();
  private static final Pattern HTML_ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern HTML_CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
  private static final Pattern FILLER =
      Pattern.compile(
          "\\b(ai|labs?|laboratory|research|inc|team|university|university of|institute|org|the)\\b"
              + "|[^a-z0-9 ]");

  @Test
  void everyRowIsLinkedAndNoScoreIsLost() throws IOException {
    List<SourceRow> rows = scrapedRows();
    assertEquals(485, rows.size());

    List<Issue> issues = new ArrayList<>();
    List<LinkedEntity> entities = link(rows, issues);
    System.out.println(
        rows.size() + " rows are " + entities.size() + " models with " + issues.size() + " issues");

    assertEquals(485, entities.stream().mapToInt(entity -> entity.links().size()).sum());
    assertEquals(
        entities.size(),
        entities.stream().map(entity -> entity.evidence().entityId()).distinct().count());
    assertEquals(
        rows.stream().mapToInt(row -> row.scores().size()).sum(),
        entities.stream().mapToInt(entity -> entity.evidence().scores().size()).sum());

    Set<String> ranked = new TreeSet<>();
    Set<String> scored = new TreeSet<>();
    rows.stream()
        .filter(row -> row.source().equals("lmarena"))
        .forEach(row -> ranked.add(row.rawName()));
    for (LinkedEntity entity : entities) {
      for (ObservedScore score : entity.evidence().scores()) {
        if (score.benchmark().equals("lmarena_score")) {
          scored.add(score.rawName());
        }
      }
    }
    assertEquals(201, ranked.size());
    assertEquals(ranked, scored);
  }

  @Test
  void rowsInAnyOrderGiveTheSameModels() throws IOException {
    List<SourceRow> rows = scrapedRows();
    List<LinkedEntity> expected = link(rows, new ArrayList<>());
    List<SourceRow> reversed = new ArrayList<>(rows);
    reversed.sort(Comparator.comparing(SourceRow::rawName).reversed());
    assertEquals(expected, link(reversed, new ArrayList<>()));
  }

  @Test
  void normalisingAgainChangesNothing() throws IOException {
    Set<String> names = allNames();
    assertTrue(names.size() > 500, () -> "only " + names.size() + " names were found");
    for (String raw : names) {
      String once = NAMES.normalize(raw).name();
      assertFalse(once.isEmpty(), raw);
      assertEquals(once, NAMES.normalize(once).name(), raw);
    }
  }

  @Test
  void versionsAndSpellings() {
    assertEquals(
        NAMES.normalize("claude_3_5_sonnet").name(), NAMES.normalize("claude_3.5_sonnet").name());
    assertEquals(
        NAMES.normalize("c4ai_aya_expanse_32b").name(), NAMES.normalize("aya_expanse_32b").name());
    assertEquals(NAMES.normalize("grok_2_08_13").name(), NAMES.normalize("grok_2").name());
  }

  @Test
  void everyDeveloperIsKnownOnce() throws IOException {
    Map<String, Set<String>> canonicalByCore = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    for (String spelling : allDevelopers()) {
      String developer = DEVELOPERS.resolve("?", spelling).developer();
      PrimaryDeveloper primary = DEVELOPERS.primary(developer);
      if (!developer.equals(DeveloperResolver.UNKNOWN) && primary.id().startsWith("other:")) {
        unknown.add(spelling);
      }
      canonicalByCore.computeIfAbsent(core(spelling), k -> new TreeSet<>()).add(developer);
    }
    assertEquals(Set.of(), unknown, "organisations without an entry in developers.yaml");
    canonicalByCore.values().removeIf(canonical -> canonical.size() == 1);
    assertEquals(Map.of(), canonicalByCore, "spellings that are not unified");
  }

  private static String core(String developer) {
    String lower = developer.toLowerCase(Locale.ROOT);
    return FILLER.matcher(lower).replaceAll("").replace(" ", "");
  }

  private static List<LinkedEntity> link(List<SourceRow> rows, Collection<Issue> issues) {
    EntityLinker linker = new EntityLinker(DEVELOPERS);
    Map<String, List<SourceRow>> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row));
    List<LinkedEntity> entities = new ArrayList<>();
    for (List<SourceRow> sameName : byName.values()) {
      Linking linking = linker.link(sameName);
      entities.addAll(linking.entities());
      issues.addAll(linking.issues());
    }
    entities.sort(Comparator.comparing(entity -> entity.evidence().entityId()));
    return entities;
  }

  /** The rows of all sources; only LMArena's developers are stated, the others were guessed. */
  private static List<SourceRow> scrapedRows() throws IOException {
    RowNaming naming = new RowNaming(NAMES, DEVELOPERS);
    List<SourceRow> rows = new ArrayList<>();
    for (Path file : files(TRACKER + "scraped", "json")) {
      String source = file.getFileName().toString().replace("_models.json", "");
      int number = 0;
      for (JsonNode model : models(file)) {
        number++;
        List<BenchmarkScore> scores = new ArrayList<>();
        model
            .path("benchmarks")
            .fields()
            .forEachRemaining(
                e -> scores.add(new BenchmarkScore(e.getKey(), e.getValue().asDouble(), null)));
        String stated = source.equals("lmarena") ? model.path("developer").asText() : null;
        ParsedRow parsed =
            new ParsedRow(
                source,
                number,
                model.path("name").asText(),
                stated,
                scores,
                List.of(),
                source,
                null);
        rows.add(naming.name(parsed, null).row());
      }
    }
    return rows;
  }

  private static Set<String> allNames() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String folder : List.of("scraped", "history/2025-07-31", "history/2025-08-15")) {
      for (Path file : files(TRACKER + folder, "json")) {
        models(file).forEach(model -> names.add(model.path("name").asText()));
      }
    }
    for (String golden : List.of("normalize_names.tsv", "detect_developer.tsv")) {
      Files.readAllLines(SharedData.path(TRACKER + "golden/" + golden)).stream()
          .skip(1)
          .map(line -> line.split("\t", -1)[0])
          .filter(name -> !name.isBlank())
          .forEach(names::add);
    }
    for (Path file : files(TRACKER + "raw", "html")) {
      htmlRows(file).forEach(cells -> names.addAll(cells.subList(0, 2)));
    }
    return names;
  }

  private static Set<String> allDevelopers() throws IOException {
    Set<String> developers = new TreeSet<>();
    for (String folder : List.of("scraped", "history/2025-07-31", "history/2025-08-15")) {
      for (Path file : files(TRACKER + folder, "json")) {
        models(file).forEach(model -> developers.add(model.path("developer").asText()));
      }
    }
    htmlRows(SharedData.path(TRACKER + "raw/openlm_chatbot_arena.html"))
        .forEach(cells -> developers.add(cells.get(8)));
    htmlRows(SharedData.path(TRACKER + "raw/SuperCLUE.html"))
        .forEach(cells -> developers.add(cells.get(2)));
    new ObjectMapper()
        .readTree(SharedData.path(TRACKER + "configs/developer_exclusion_criteria.json").toFile())
        .path("exclusion_criteria")
        .fieldNames()
        .forEachRemaining(developers::add);
    addColumn(SharedData.path(TRACKER + "raw/lmarena_text.csv"), "Organization", developers);
    addColumn(
        SharedData.path(TRACKER + "published/published_data.csv"), "Organization", developers);
    for (Path file : files(TRACKER + "curated", "csv")) {
      addColumn(file, "developer", developers);
    }
    developers.removeIf(String::isBlank);
    return developers;
  }

  private static void addColumn(Path file, String column, Set<String> values) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      parser.forEach(record -> values.add(record.get(column)));
    }
  }

  private static List<List<String>> htmlRows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = HTML_ROW.matcher(Files.readString(file));
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = HTML_CELL.matcher(row.group(1));
      while (cell.find()) {
        cells.add(cell.group(1).replaceAll("<[^>]*>", "").strip());
      }
      if (cells.size() > 2) {
        rows.add(cells);
      }
    }
    assertFalse(rows.isEmpty(), () -> file + " has no rows");
    return rows;
  }

  private static JsonNode models(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile()).path("models");
  }

  private static List<Path> files(String folder, String extension) throws IOException {
    try (Stream<Path> found = Files.list(SharedData.path(folder))) {
      return found.filter(path -> path.toString().endsWith("." + extension)).sorted().toList();
    }
  }
}
