package io.evalbeam.transforms.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.ModelNames;
import io.evalbeam.transforms.identity.RowNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RunnerTest
class LinkModelsTest {
  private static final String STAGE = "link-test";
  private static final int SHARDS = 3;
  private static final RowNaming NAMING =
      new RowNaming(ModelNames.standard(), DeveloperResolver.standard());

  private static SourceRow row(String source, int row, String name, @Nullable String developer) {
    ParsedRow parsed =
        new ParsedRow(
            source,
            row,
            name,
            developer,
            List.of(new BenchmarkScore("quiz", 10 + row, "percent")),
            List.of(new StatedFact(ModelAttribute.LICENSE, source + row, null)),
            "https://" + source + ".example",
            null);
    return NAMING.name(parsed, null).row();
  }

  private static List<SourceRow> rows() {
    List<SourceRow> rows = new ArrayList<>();
    rows.add(row("marsh", 1, "Heron-9", "Zhipu"));
    rows.add(row("reed", 1, "heron_9", "Zhipu AI"));
    rows.add(row("marsh", 2, "tern-x", "Lab One"));
    rows.add(row("marsh", 3, "tern-x", "Lab Two"));
    rows.add(row("reed", 5, "tern-x", null));
    for (int i = 10; i < 30; i++) {
      rows.add(row("marsh", i, "plover-" + i, "Lab " + i));
    }
    return rows;
  }

  private static PCollectionTuple link(TestPipeline pipeline, String name, List<SourceRow> rows) {
    return pipeline
        .apply(name + "Rows", Create.of(rows).withCoder(RecordCoders.of(SourceRow.class)))
        .apply(name, LinkModels.forStage(STAGE, SHARDS));
  }

  @Test
  void everyRowIsLinkedOnceAndSpeaksForItsModel() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple linked = link(pipeline, "Link", rows());
    PAssert.that(linked.get(TrackingTags.EVIDENCE)).satisfies(LinkModelsTest::checkEvidence);
    PAssert.that(linked.get(TrackingTags.LINKS)).satisfies(LinkModelsTest::checkLinks);
    PAssert.that(linked.get(TrackingTags.ISSUES)).satisfies(LinkModelsTest::checkIssues);
    PAssert.that(linked.get(TrackingTags.COUNTS)).satisfies(counts -> checkCounts(counts, 25));
    pipeline.run().waitUntilFinish();
  }

  private static Void checkEvidence(Iterable<KV<Integer, byte[]>> packed) {
    List<EntityEvidence> all =
        Shards.unpack(EntityEvidence.class, packed, EntityEvidence::name, SHARDS);
    assertEquals(1 + 3 + 20, all.size());
    assertEquals(all.size(), all.stream().map(EntityEvidence::entityId).distinct().count());
    assertEquals(25, all.stream().mapToInt(EntityEvidence::observationCount).sum());
    EntityEvidence heron =
        all.stream().filter(model -> model.name().equals("heron_9")).findFirst().orElseThrow();
    assertEquals("Zhipu AI", heron.developer());
    assertEquals(List.of("Heron-9", "heron_9"), heron.rawNames());
    assertEquals(
        List.of(
            new ObservedScore("quiz", 11, "percent", "marsh", 1, "Heron-9"),
            new ObservedScore("quiz", 11, "percent", "reed", 1, "heron_9")),
        heron.scores());
    assertEquals(
        List.of("marsh1", "reed1"), heron.facts().stream().map(fact -> fact.text()).toList());
    assertEquals(
        List.of("Lab One", "Lab Two", DeveloperResolver.UNKNOWN),
        all.stream()
            .filter(model -> model.name().equals("tern_x"))
            .map(EntityEvidence::developer)
            .sorted()
            .toList());
    return null;
  }

  private static Void checkLinks(Iterable<KV<Integer, byte[]>> packed) {
    List<EntityLink> links =
        Shards.unpack(EntityLink.class, packed, EntityLink::normalizedName, SHARDS);
    assertEquals(
        rows().stream().map(row -> row.source() + " " + row.row()).sorted().toList(),
        links.stream().map(link -> link.source() + " " + link.row()).sorted().toList());
    assertEquals(
        1,
        links.stream()
            .filter(link -> link.normalizedName().equals("heron_9"))
            .map(EntityLink::entityId)
            .distinct()
            .count());
    return null;
  }

  private static Void checkIssues(Iterable<Issue> issues) {
    List<String> seen = new ArrayList<>();
    for (Issue issue : issues) {
      assertEquals(IssueSeverity.WARNING, issue.severity());
      seen.add(issue.code() + " " + issue.source() + " " + issue.location());
    }
    assertEquals(List.of(IssueCode.LINK_AMBIGUOUS + " reed row 5"), seen);
    return null;
  }

  private static Void checkCounts(Iterable<StageCount> counts, long rows) {
    assertEquals(Map.of("rows_linked", rows), Shards.sums(counts, STAGE));
    return null;
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    TestPipeline pipeline = Pipelines.create();
    Shards.assertSame(
        link(pipeline, "Link", rows()), link(pipeline, "Again", Shards.shuffled(rows(), 7)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noRowsStillGiveEveryShard() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple linked = link(pipeline, "Link", List.of());
    PAssert.that(linked.get(TrackingTags.EVIDENCE))
        .satisfies(
            packed -> {
              assertEquals(
                  List.of(),
                  Shards.unpack(EntityEvidence.class, packed, EntityEvidence::name, SHARDS));
              return null;
            });
    PAssert.that(linked.get(TrackingTags.LINKS))
        .satisfies(
            packed -> {
              assertEquals(
                  List.of(),
                  Shards.unpack(EntityLink.class, packed, EntityLink::normalizedName, SHARDS));
              return null;
            });
    PAssert.that(linked.get(TrackingTags.ISSUES)).empty();
    PAssert.that(linked.get(TrackingTags.COUNTS)).satisfies(counts -> checkCounts(counts, 0));
    pipeline.run().waitUntilFinish();
  }
}
