package io.evalbeam.transforms.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
class EstimateModelsTest {
  private static final String STAGE = "estimate-test";
  private static final String AS_OF = "2026-01-02T03:04:05Z";
  private static final int SHARDS = 3;
  private static final int ENOUGH = 12;
  private static final int TOO_FEW = 2;

  private static ObservedFact fact(ModelAttribute attribute, double number) {
    return new ObservedFact(attribute, String.valueOf(number), number, "marsh", 1);
  }

  private static ObservedFact fact(ModelAttribute attribute, String text) {
    return new ObservedFact(attribute, text, null, "marsh", 1);
  }

  private static List<ObservedScore> elo(double value) {
    return List.of(new ObservedScore("zoo_elo", value, "elo", "marsh", 1, "name"));
  }

  private static EntityEvidence model(
      String name, List<ObservedFact> facts, List<ObservedScore> scores) {
    return new EntityEvidence(
        "m_" + name,
        name,
        name,
        "Aviary",
        List.of(name),
        facts,
        scores,
        List.of("https://marsh.example"),
        1);
  }

  private static List<ObservedFact> trained(double parameters, double tokens) {
    return List.of(
        fact(ModelAttribute.PARAMETERS, parameters),
        fact(ModelAttribute.DATASET_SIZE, tokens),
        fact(ModelAttribute.EPOCHS, 1));
  }

  /** Models of known compute whose rating grows by about 100 points a decade. */
  private static EntityEvidence reference(int i) {
    double parameters = 1e9 * Math.pow(2, i);
    double wobble = i % 2 == 0 ? 6 : -6;
    double score = 1000 + 100 * (Math.log10(6 * parameters * 1e12) - 22) + wobble;
    String name = String.format(Locale.ROOT, "plover_%02d", i);
    return model(name, trained(parameters, 1e12), elo(score));
  }

  /**
   * References, a base with a model derived from it, and models with little, odd or no evidence.
   */
  private static List<EntityEvidence> models(int references) {
    List<EntityEvidence> models = new ArrayList<>();
    for (int i = 0; i < references; i++) {
      models.add(reference(i));
    }
    models.add(model("gannet_base", trained(2e10, 2e12), List.of()));
    models.add(
        model(
            "gannet_tuned",
            List.of(
                fact(ModelAttribute.BASE_MODEL, "Gannet-Base"),
                fact(ModelAttribute.FINETUNE_COMPUTE, 1e22)),
            List.of()));
    models.add(model("puffin", List.of(), elo(1150)));
    models.add(
        model(
            "tern",
            List.of(
                fact(ModelAttribute.TRAINING_HARDWARE, "Phantasm X9"),
                fact(ModelAttribute.HARDWARE_QUANTITY, 100),
                fact(ModelAttribute.TRAINING_TIME, 100)),
            List.of()));
    models.add(model("wren", List.of(), List.of()));
    return models;
  }

  private static PCollectionTuple estimate(
      TestPipeline pipeline, String name, List<KV<Integer, byte[]>> shards) {
    return pipeline
        .apply(name + "Evidence", Create.of(shards))
        .apply(
            name,
            EstimateModels.with(
                new EstimateSettings(STAGE, ReferenceLibrary.load(), null, 1e25, AS_OF)));
  }

  private static List<KV<Integer, byte[]>> shards(List<EntityEvidence> models) {
    return Shards.pack(EntityEvidence.class, models, EntityEvidence::name, SHARDS);
  }

  @Test
  void leansOnBasesAndReferencesOfTheSameRun() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple estimated = estimate(pipeline, "Estimate", shards(models(ENOUGH)));
    PAssert.that(estimated.get(TrackingTags.MODELS)).satisfies(EstimateModelsTest::checkModels);
    PAssert.that(estimated.get(TrackingTags.ESTIMATES))
        .satisfies(EstimateModelsTest::checkEstimates);
    PAssert.that(estimated.get(TrackingTags.VALIDATIONS))
        .satisfies(EstimateModelsTest::checkValidations);
    PAssert.that(estimated.get(TrackingTags.ISSUES)).satisfies(EstimateModelsTest::checkIssues);
    PAssert.that(estimated.get(TrackingTags.COUNTS)).satisfies(EstimateModelsTest::checkCounts);
    pipeline.run().waitUntilFinish();
  }

  private static Map<String, TrackedModel> byName(Iterable<KV<Integer, byte[]>> packed) {
    return Shards.unpack(TrackedModel.class, packed, TrackedModel::name, SHARDS).stream()
        .collect(Collectors.toMap(TrackedModel::name, model -> model));
  }

  private static Void checkModels(Iterable<KV<Integer, byte[]>> packed) {
    Map<String, TrackedModel> models = byName(packed);
    assertEquals(ENOUGH + 5, models.size());
    TrackedModel tuned = requireNonNull(models.get("gannet_tuned"));
    assertEquals(EstimationMethod.BASE_PLUS_FINETUNE, tuned.method());
    assertEquals(6 * 2e10 * 2e12 + 1e22, requireNonNull(tuned.trainingFlop()), 1e15);
    TrackedModel puffin = requireNonNull(models.get("puffin"));
    assertEquals(EstimationMethod.BENCHMARK_IMPUTATION, puffin.method());
    assertEquals(23.5, requireNonNull(puffin.log10FlopMedian()), 0.1);
    TrackedModel wren = requireNonNull(models.get("wren"));
    assertEquals(EstimationMethod.NONE, wren.method());
    assertEquals(ThresholdClass.NOT_SURE, wren.thresholdClass());
    assertNull(wren.trainingFlop());
    models.values().forEach(model -> assertEquals(AS_OF, model.updatedAt()));
    return null;
  }

  private static Void checkEstimates(Iterable<KV<Integer, byte[]>> packed) {
    Map<String, List<FlopEstimate>> byName =
        Shards.unpack(FlopEstimate.class, packed, FlopEstimate::name, SHARDS).stream()
            .collect(Collectors.groupingBy(FlopEstimate::name, TreeMap::new, Collectors.toList()));
    assertEquals(ENOUGH + 3, byName.size(), "tern and wren have none");
    byName.forEach(
        (name, estimates) -> {
          assertEquals(name.startsWith("plover") ? 2 : 1, estimates.size(), name);
          for (int i = 0; i < estimates.size(); i++) {
            assertEquals(i, estimates.get(i).priority());
            assertEquals(i == 0, estimates.get(i).chosen());
          }
        });
    return null;
  }

  private static Void checkValidations(Iterable<ImputationValidation> validations) {
    Map<String, ImputationValidation> rows = new TreeMap<>();
    validations.forEach(row -> assertNull(rows.put(row.benchmark(), row)));
    assertEquals(List.of("*", "zoo_elo"), List.copyOf(rows.keySet()));
    for (ImputationValidation row : rows.values()) {
      assertEquals(ENOUGH, row.references());
      assertEquals(ImputationVerdict.USED, row.verdict());
      assertTrue(requireNonNull(row.looMedianFold()) < requireNonNull(row.constantMedianFold()));
    }
    return null;
  }

  private static Void checkIssues(Iterable<Issue> issues) {
    List<String> seen = new ArrayList<>();
    issues.forEach(issue -> seen.add(issue.code() + " " + issue.excerpt()));
    assertEquals(List.of(IssueCode.CHIP_UNKNOWN + " Phantasm X9"), seen, "not once a pass");
    return null;
  }

  private static Void checkCounts(Iterable<StageCount> counts) {
    Map<String, Long> sums = Shards.sums(counts, STAGE);
    long models = ENOUGH + 5;
    assertEquals(models, sums.get("models"));
    assertEquals(models, total(sums, "chosen "));
    assertEquals(models, total(sums, "class "));
    assertEquals(ENOUGH + 1L, total(sums, "chosen operation_count/"));
    assertEquals(1, total(sums, "chosen base_plus_finetune/"));
    assertEquals(1, total(sums, "chosen benchmark_imputation/"));
    assertEquals(2, sums.get("chosen none/speculative"));
    assertEquals(2L * ENOUGH + 3, total(sums, "estimates "));
    assertEquals(ENOUGH + 1L, sums.get("estimates benchmark_imputation"));
    return null;
  }

  private static long total(Map<String, Long> sums, String prefix) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void withoutEnoughReferencesNothingIsImputed() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple estimated = estimate(pipeline, "Estimate", shards(models(TOO_FEW)));
    PAssert.that(estimated.get(TrackingTags.MODELS))
        .satisfies(
            packed -> {
              TrackedModel puffin = requireNonNull(byName(packed).get("puffin"));
              assertEquals(EstimationMethod.NONE, puffin.method());
              assertNull(puffin.trainingFlop());
              assertEquals(elo(1150), puffin.scores());
              return null;
            });
    PAssert.that(estimated.get(TrackingTags.VALIDATIONS))
        .satisfies(
            validations -> {
              List<String> seen = new ArrayList<>();
              validations.forEach(
                  row -> seen.add(row.benchmark() + " " + row.references() + " " + row.verdict()));
              assertEquals(List.of("zoo_elo 2 " + ImputationVerdict.TOO_FEW_REFERENCES), seen);
              return null;
            });
    PAssert.that(estimated.get(TrackingTags.COUNTS))
        .satisfies(
            counts -> {
              Map<String, Long> sums = Shards.sums(counts, STAGE);
              assertEquals(TOO_FEW + 2L, total(sums, "estimates "));
              assertEquals(3, sums.get("chosen none/speculative"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noModelsGiveEmptyShards() {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple estimated = estimate(pipeline, "Estimate", shards(List.of()));
    PAssert.that(estimated.get(TrackingTags.MODELS))
        .satisfies(
            packed -> {
              assertEquals(Map.of(), byName(packed));
              return null;
            });
    PAssert.that(estimated.get(TrackingTags.VALIDATIONS)).empty();
    PAssert.that(estimated.get(TrackingTags.ISSUES)).empty();
    PAssert.that(estimated.get(TrackingTags.COUNTS)).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void theOrderOfModelsDoesNotMatter() {
    TestPipeline pipeline = Pipelines.create();
    List<EntityEvidence> models = models(ENOUGH);
    // Two models of one name: the order must not decide which is the base.
    models.add(namesake());
    Shards.assertSame(
        estimate(pipeline, "Estimate", shards(models)),
        estimate(pipeline, "Again", Shards.shuffled(shards(Shards.shuffled(models, 3)), 4)));
    pipeline.run().waitUntilFinish();
  }

  private static EntityEvidence namesake() {
    return new EntityEvidence(
        "m_other",
        "gannet_base",
        "gannet_base",
        "Burrow",
        List.of("gannet_base"),
        trained(3e10, 3e12),
        List.of(),
        List.of("https://reed.example"),
        1);
  }
}
