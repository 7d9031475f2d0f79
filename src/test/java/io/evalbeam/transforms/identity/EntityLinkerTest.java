package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityLinkerTest {
  private static final RowNaming NAMING =
      new RowNaming(ModelNames.standard(), DeveloperResolver.standard());
  private static final EntityLinker LINKER = new EntityLinker(DeveloperResolver.standard());

  @Test
  void respellingsOfOneDeveloperAreOneModel() {
    Linking linking = link(row("a", 1, "GLM-9", "Zhipu"), row("b", 1, "glm_9", "Zhipu AI"));
    LinkedEntity entity = only(linking);
    assertEquals("Zhipu AI", entity.evidence().developer());
    assertEquals(List.of("GLM-9", "glm_9"), entity.evidence().rawNames());
    assertEquals(2, entity.evidence().observationCount());
    assertEquals(List.of(), linking.issues());
  }

  @Test
  void aRowWithoutDeveloperJoinsTheOnlyStatedOne() {
    LinkedEntity entity =
        only(link(row("a", 1, "gpt-omega-7b", "Tiny Lab"), row("b", 3, "gpt-omega-7b", null)));
    assertEquals("Tiny Lab", entity.evidence().developer());
    assertEquals(DeveloperOrigin.OTHER_SOURCE, entity.rows().get(1).developerOrigin());
    assertEquals("Tiny Lab", entity.rows().get(1).developer());
  }

  @Test
  void withoutAnyStatedDeveloperTheNameDecides() {
    assertEquals("Alibaba", only(link(row("a", 1, "qwen9-7b", null))).evidence().developer());
    LinkedEntity unknown = only(link(row("a", 1, "zeta-7b", null)));
    assertEquals(DeveloperResolver.UNKNOWN, unknown.evidence().developer());
    assertEquals(DeveloperOrigin.UNKNOWN, unknown.rows().get(0).developerOrigin());
  }

  @Test
  void severalStatedDevelopersAreSeveralModelsAndTheGuessTakesTheRest() {
    Linking linking =
        link(
            row("a", 1, "llama-9-7b", "Meta"),
            row("a", 2, "llama-9-7b", "Tiny Lab"),
            row("b", 1, "llama-9-7b", null));
    assertEquals(2, linking.entities().size());
    assertEquals(List.of(), linking.issues());
    LinkedEntity meta = ofDeveloper(linking, "Meta");
    assertEquals(2, meta.evidence().observationCount());
    assertEquals(DeveloperOrigin.GUESSED, meta.rows().get(1).developerOrigin());
    assertEquals(EntityIds.ofName("llama_9_7b"), meta.evidence().entityId());
    assertNotEquals(
        meta.evidence().entityId(), ofDeveloper(linking, "Tiny Lab").evidence().entityId());
  }

  @Test
  void anAmbiguousRowIsKeptAndReported() {
    Linking linking =
        link(
            row("a", 1, "zeta-7b", "Lab One"),
            row("a", 2, "zeta-7b", "Lab Two"),
            row("b", 5, "zeta-7b", null));
    assertEquals(3, linking.entities().size());
    LinkedEntity unknown = ofDeveloper(linking, DeveloperResolver.UNKNOWN);
    assertEquals(1, unknown.evidence().observationCount());
    assertEquals(1, linking.issues().size());
    Issue issue = linking.issues().get(0);
    assertEquals(IssueCode.LINK_AMBIGUOUS, issue.code());
    assertEquals(IssueSeverity.WARNING, issue.severity());
    assertEquals("b", issue.source());
    assertEquals("row 5", issue.location());
  }

  @Test
  void theFirstOfSeveralOrganisationsOwnsTheModel() {
    LinkedEntity entity =
        only(link(row("a", 1, "zeta-7b", "Google, Stanford"), row("b", 1, "zeta-7b", "DeepMind")));
    assertEquals("Google", entity.evidence().developer());
    assertEquals("Google, Stanford University", entity.rows().get(0).developer());
  }

  @Test
  void everyScoreAndFactIsKeptWithItsSource() {
    LinkedEntity entity =
        only(
            link(
                row("b", 1, "zeta-7b-0131", "Lab", fact(ModelAttribute.PARAMETERS, "7e9", 7e9)),
                row("a", 2, "zeta-7b", "Lab"),
                row("a", 1, "zeta-7b", "Lab", fact(ModelAttribute.LICENSE, "MIT", null))));
    assertEquals(
        List.of("a 1", "a 2", "b 1"),
        entity.evidence().scores().stream().map(s -> s.source() + " " + s.row()).toList());
    assertEquals(
        List.of("a 1 MIT", "b 1 7e9"),
        entity.evidence().facts().stream()
            .map(f -> f.source() + " " + f.row() + " " + f.text())
            .toList());
    assertEquals("zeta-7b", entity.evidence().displayName());
    assertEquals(List.of("zeta-7b", "zeta-7b-0131"), entity.evidence().rawNames());
    assertEquals(
        List.of("https://example.org/a", "https://example.org/b"), entity.evidence().sourceTexts());
    List<EntityLink> links = entity.links();
    assertEquals(3, links.size());
    assertEquals("--01-31", links.get(2).variant().snapshot());
    assertEquals(entity.evidence().entityId(), links.get(2).entityId());
  }

  @ParameterizedTest
  @CsvSource({
    "PARAMETERS, 7e9, 7.05e9, 0",
    "PARAMETERS, 7e9, 7.1e9, 1",
    "TRAINING_COMPUTE, 1e24, 2e24, 1",
    "VOTES, 100, 5000, 0",
    "RELEASE_DATE, 2024-05, 2024-05-13, 0",
    "RELEASE_DATE, 2024-05-12, 2024-05-13, 1",
    "LICENSE, MIT, Apache, 0"
  })
  void contradictionsAreVisible(ModelAttribute attribute, String one, String two, int issues) {
    Linking linking =
        link(
            row("a", 1, "zeta-7b", "Lab", stated(attribute, one)),
            row("b", 2, "zeta-7b", "Lab", stated(attribute, two)));
    assertEquals(issues, linking.issues().size());
    assertEquals(2, only(linking).evidence().facts().size());
    for (Issue issue : linking.issues()) {
      assertEquals(IssueCode.VALUES_CONFLICT, issue.code());
      assertEquals(IssueSeverity.WARNING, issue.severity());
      assertTrue(issue.detail().contains(one + " in a row 1"), issue.detail());
      assertTrue(issue.detail().contains(two + " in b row 2"), issue.detail());
    }
  }

  @Test
  void releasesOfDifferentVariantsDoNotContradict() {
    Linking linking =
        link(
            row("a", 1, "zeta-7b-0512", "Lab", stated(ModelAttribute.RELEASE_DATE, "2024-05-12")),
            row("b", 2, "zeta-7b-0613", "Lab", stated(ModelAttribute.RELEASE_DATE, "2024-06-13")));
    assertEquals(List.of(), linking.issues());
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<@Nullable String> developers =
        Arrays.asList("Meta", "Meta AI", "Lab, Meta", "Lab", "NVIDIA", null, "unknown");
    List<String> names = List.of("llama-9-7b", "Llama 9 7B", "llama-9-7b-chat", "llama-9-7b-0101");
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<SourceRow> rows = new ArrayList<>();
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        double parameters = 7e9 * (1 + random.nextInt(3));
        rows.add(
            row(
                "source" + random.nextInt(3),
                i + 1,
                names.get(random.nextInt(names.size())),
                developers.get(random.nextInt(developers.size())),
                fact(ModelAttribute.PARAMETERS, Double.toString(parameters), parameters)));
      }
      Linking expected = LINKER.link(rows);
      assertEquals(
          count, expected.entities().stream().mapToInt(entity -> entity.rows().size()).sum());
      assertEquals(
          expected.entities().size(),
          expected.entities().stream().map(e -> e.evidence().entityId()).distinct().count());
      Collections.shuffle(rows, random);
      assertEquals(expected, LINKER.link(rows));
    }
  }

  @Test
  void idsSurviveANewSourceThatStatesTheDeveloper() {
    SourceRow before = row("a", 1, "zeta-7b", null);
    String id = only(link(before)).evidence().entityId();
    assertEquals(id, only(link(before, row("b", 1, "zeta-7b", "Lab"))).evidence().entityId());
  }

  @Test
  void idsSurviveRespelling() {
    String one = only(link(row("a", 1, "Claude-3-5-Sonnet", "Anthropic"))).evidence().entityId();
    String two =
        only(link(row("a", 1, "claude_3.5_sonnet_20241022", "Anthropic PBC")))
            .evidence()
            .entityId();
    assertEquals(one, two);
  }

  @Test
  void idsOfSharedNamesSurviveRespellingAndFurtherDevelopers() {
    Linking two = link(row("a", 1, "glm-9", "Zhipu"), row("a", 2, "glm-9", "Lab"));
    Linking three =
        link(
            row("c", 9, "glm-9", "Other Lab"),
            row("a", 2, "glm-9", "LAB"),
            row("a", 1, "GLM-9-chat", "Z.ai"));
    assertEquals(
        ofDeveloper(two, "Zhipu AI").evidence().entityId(),
        ofDeveloper(three, "Zhipu AI").evidence().entityId());
    assertEquals(
        ofDeveloper(two, "Lab").evidence().entityId(),
        ofDeveloper(three, "LAB").evidence().entityId());
  }

  @Test
  void withoutAGuessSharedNamesAllHaveIdsOfTheirDeveloper() {
    Linking linking = link(row("a", 1, "zeta-7b", "Lab One"), row("a", 2, "zeta-7b", "Lab Two"));
    String plain = EntityIds.ofName("zeta_7b");
    linking.entities().forEach(e -> assertNotEquals(plain, e.evidence().entityId()));
    assertTrue(plain.matches("m_[0-9a-f]{16}"), plain);
  }

  @Test
  void refusesRowsOfDifferentNames() {
    assertThrows(
        IllegalArgumentException.class,
        () -> link(row("a", 1, "zeta-7b", null), row("a", 2, "eta-7b", null)));
    assertEquals(new Linking(List.of(), List.of()), LINKER.link(List.of()));
  }

  private static Linking link(SourceRow... rows) {
    return LINKER.link(List.of(rows));
  }

  private static LinkedEntity only(Linking linking) {
    assertEquals(1, linking.entities().size());
    return linking.entities().get(0);
  }

  private static LinkedEntity ofDeveloper(Linking linking, String developer) {
    return linking.entities().stream()
        .filter(entity -> entity.evidence().developer().equals(developer))
        .findFirst()
        .orElseThrow();
  }

  private static StatedFact stated(ModelAttribute attribute, String text) {
    return switch (attribute.kind()) {
      case TEXT, DATE -> fact(attribute, text, null);
      case COUNT, NUMBER, FRACTION -> fact(attribute, text, Double.valueOf(text));
    };
  }

  private static StatedFact fact(ModelAttribute attribute, String text, @Nullable Double number) {
    return new StatedFact(attribute, text, number);
  }

  private static SourceRow row(
      String source, int row, String name, @Nullable String developer, StatedFact... facts) {
    return NAMING
        .name(
            new ParsedRow(
                source,
                row,
                name,
                developer,
                List.of(new BenchmarkScore("quiz", 10 + row, "percent")),
                List.of(facts),
                "https://example.org/" + source,
                null),
            null)
        .row();
  }
}
