package io.evalbeam.transforms.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import io.evalbeam.transforms.tracker.TrackerMerge;
import io.evalbeam.transforms.tracker.TrackerSamples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

@RunnerTest
class TrackerModelsTest {
  private static final String STAGE = "tracker-test";
  private static final String AS_OF = "2026-01-02T03:04:05Z";
  private static final int SHARDS = 3;

  /** Three rows of one name, a capped model, one with an override, one without anything. */
  private static final List<SourceRow> ROWS =
      List.of(
          TrackerSamples.row("marsh", 1, "puffin", "First", TrackerSamples.score("zoo_elo", 500)),
          TrackerSamples.row("zoo", 1, "puffin", "Second", TrackerSamples.score("zoo_elo", 700)),
          TrackerSamples.row("zoo", 2, "PUFFIN ", "Last", TrackerSamples.score("zoo_elo", 1000)),
          TrackerSamples.row("zoo", 3, "puma", "Burrow", TrackerSamples.score("zoo_elo", 1000)),
          TrackerSamples.row("marsh", 4, "owl_big", "Aviary"),
          TrackerSamples.row("marsh", 5, "wren", "Aviary"));

  private static PCollectionTuple estimate(
      TestPipeline pipeline, String name, List<SourceRow> rows) {
    return pipeline
        .apply(name + "Rows", Create.of(rows).withCoder(RecordCoders.of(SourceRow.class)))
        .apply(name, TrackerModels.with(STAGE, TrackerSamples.CONFIGURATION, AS_OF, SHARDS));
  }

  @Test
  void mergesCapsAndCounts() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple estimated = estimate(pipeline, "Estimate", ROWS);
    PAssert.that(estimated.get(TrackingTags.MODELS)).satisfies(TrackerModelsTest::checkModels);
    PAssert.that(estimated.get(TrackingTags.ESTIMATES))
        .satisfies(TrackerModelsTest::checkEstimates);
    PAssert.that(estimated.get(TrackingTags.LINKS)).satisfies(TrackerModelsTest::checkLinks);
    PAssert.that(estimated.get(TrackingTags.COUNTS)).satisfies(TrackerModelsTest::checkCounts);
    pipeline.run().waitUntilFinish();
  }

  private static Void checkModels(Iterable<KV<Integer, byte[]>> packed) {
    Map<String, TrackedModel> models =
        Shards.unpack(TrackedModel.class, packed, model -> TrackerMerge.key(model.name()), SHARDS)
            .stream()
            .collect(Collectors.toMap(model -> TrackerMerge.key(model.name()), model -> model));
    assertEquals(4, models.size());
    TrackedModel puffin = requireNonNull(models.get("puffin"));
    assertEquals("Last", puffin.developer());
    assertEquals(3, puffin.observationCount());
    assertEquals(List.of("PUFFIN -2", "puffin-1"), puffin.rawNames());
    assertEquals(4e25, puffin.trainingFlop());
    assertEquals(ThresholdClass.NOT_SURE, puffin.thresholdClass());
    TrackedModel puma = requireNonNull(models.get("puma"));
    assertEquals(9.9e24, puma.trainingFlop());
    assertEquals(List.of(EstimateFlag.DEVELOPER_CAPPED), puma.flags());
    assertEquals(ThresholdClass.HIGH_CONFIDENCE_BELOW, puma.thresholdClass());
    assertEquals(
        ThresholdClass.HIGH_CONFIDENCE_ABOVE,
        requireNonNull(models.get("owl_big")).thresholdClass());
    assertEquals(EstimationMethod.NONE, requireNonNull(models.get("wren")).method());
    models.values().forEach(model -> assertEquals(AS_OF, model.updatedAt()));
    return null;
  }

  private static Void checkEstimates(Iterable<KV<Integer, byte[]>> packed) {
    Map<String, List<String>> byName =
        Shards.unpack(FlopEstimate.class, packed, model -> TrackerMerge.key(model.name()), SHARDS)
            .stream()
            .collect(
                Collectors.groupingBy(
                    estimate -> TrackerMerge.key(estimate.name()),
                    TreeMap::new,
                    Collectors.mapping(
                        e -> e.priority() + " " + e.chosen() + " " + e.flop(),
                        Collectors.toList())));
    assertEquals(List.of("0 true 4.0E25"), byName.get("puffin"));
    assertEquals(List.of("0 true 9.9E24", "1 false 4.0E25"), byName.get("puma"));
    // 6 × 1e12 parameters × 1e13 tokens stands behind the override.
    assertEquals(List.of("0 true 6.0E25", "1 false 6.0E25"), byName.get("owl_big"));
    assertEquals(3, byName.size());
    return null;
  }

  private static Void checkLinks(Iterable<KV<Integer, byte[]>> packed) {
    List<EntityLink> links =
        Shards.unpack(
            EntityLink.class, packed, link -> TrackerMerge.key(link.normalizedName()), SHARDS);
    assertEquals(
        List.of("marsh 1", "marsh 4", "marsh 5", "zoo 1", "zoo 2", "zoo 3"),
        links.stream().map(link -> link.source() + " " + link.row()).sorted().toList());
    assertEquals(4, links.stream().map(EntityLink::entityId).distinct().count());
    return null;
  }

  private static Void checkCounts(Iterable<StageCount> counts) {
    Map<String, Long> expected = new TreeMap<>();
    expected.put("above_threshold_before_cap", 3L);
    expected.put("chosen benchmark_imputation/low", 2L);
    expected.put("chosen curated_override/high", 1L);
    expected.put("chosen none/speculative", 1L);
    expected.put("class high_confidence_above", 1L);
    expected.put("class high_confidence_below", 1L);
    expected.put("class not_sure", 2L);
    expected.put("estimates benchmark_imputation", 3L);
    expected.put("estimates curated_override", 1L);
    expected.put("estimates operation_count", 1L);
    expected.put("flag developer_capped", 1L);
    expected.put("models", 4L);
    expected.put("rows_linked", 6L);
    assertEquals(expected, Shards.sums(counts, STAGE));
    return null;
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    TestPipeline pipeline = Pipelines.create();
    Shards.assertSame(
        estimate(pipeline, "Estimate", ROWS),
        estimate(pipeline, "Again", Shards.shuffled(ROWS, 11)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noRowsStillGiveEveryShard() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple estimated = estimate(pipeline, "Estimate", List.of());
    PAssert.that(estimated.get(TrackingTags.MODELS))
        .satisfies(
            packed -> {
              assertEquals(
                  List.of(), Shards.unpack(TrackedModel.class, packed, TrackedModel::name, SHARDS));
              return null;
            });
    PAssert.that(estimated.get(TrackingTags.COUNTS))
        .satisfies(
            counts -> {
              assertEquals(Map.of("rows_linked", 0L), Shards.sums(counts, STAGE));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }
}
