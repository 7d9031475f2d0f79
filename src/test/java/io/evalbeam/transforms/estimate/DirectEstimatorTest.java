package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectEstimatorTest {
  private static final ReferenceLibrary LIBRARY = ReferenceLibrary.load();
  private static final double RELATIVE = 1e-9;

  @Test
  void countsOperationsOfADenseLanguageModel() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 2e9)
                .with(ModelAttribute.DATASET_SIZE, 4e11)
                .with(ModelAttribute.EPOCHS, 1.5)
                .build());
    assertClose(6 * 2e9 * 4e11 * 1.5, estimate.flop());
    assertEquals(Confidence.HIGH, estimate.confidence());
    assertEquals(List.of(), estimate.flags());
    assertTrue(estimate.log10FlopLow() < estimate.log10FlopMedian());
    assertTrue(estimate.reasoning().contains("7.20e+21 FLOP"), estimate.reasoning());
  }

  @Test
  void unstatedPassesOverALargeCorpusAreOneAndMedium() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 2e9)
                .with(ModelAttribute.DATASET_SIZE, 4e12)
                .build());
    assertClose(6 * 2e9 * 4e12, estimate.flop());
    assertEquals(Confidence.MEDIUM, estimate.confidence());
    assertEquals(List.of(EstimateFlag.EPOCHS_ASSUMED), estimate.flags());
  }

  @Test
  void unstatedPassesOverASmallCorpusAreAGuess() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 1e8)
                .with(ModelAttribute.DATASET_SIZE, 1e8)
                .build());
    assertEquals(Confidence.SPECULATIVE, estimate.confidence());
    assertTrue(estimate.log10FlopHigh() - estimate.log10FlopLow() > 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total parameters: 90B, active parameters: 9B per token",
        "90 billion total parameters with 9 billion activated parameters",
        "90B\nActivated parameters\t9B",
        "a sparse model with 9B active and 90B total",
        "10% of the weights are active on a token"
      })
  void readsActiveParametersFromNotes(String notes) {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 9e10)
                .with(ModelAttribute.PARAMETERS_NOTES, notes)
                .with(ModelAttribute.DATASET_SIZE, 1e12)
                .build());
    assertClose(6 * 9e9 * 1e12, estimate.flop());
    assertEquals(2, countOf(estimate, "_parameters"), "active and total are kept side by side");
  }

  @ParameterizedTest
  @CsvSource({"Inventum-90B-A9B", "inventum_90b_a9b", "Inventum 90B A9B (July)"})
  void readsActiveParametersFromTheName(String name) {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of(name)
                .with(ModelAttribute.PARAMETERS, 9e10)
                .with(ModelAttribute.DATASET_SIZE, 1e12)
                .build());
    assertClose(6 * 9e9 * 1e12, estimate.flop());
  }

  @Test
  void unknownActiveParametersAreNeverTheTotal() {
    FlopEstimate dense =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 9e10)
                .with(ModelAttribute.DATASET_SIZE, 1e12)
                .build());
    FlopEstimate sparse =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 9e10)
                .with(ModelAttribute.ARCHITECTURE, "Mixture-of-Experts")
                .with(ModelAttribute.DATASET_SIZE, 1e12)
                .build());
    assertTrue(sparse.flop() < 0.5 * dense.flop());
    assertTrue(sparse.flags().contains(EstimateFlag.ACTIVE_PARAMETERS_UNKNOWN));
    assertTrue(width(sparse) > width(dense));
  }

  @Test
  void imagesCostMoreThanTokens() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.DOMAIN, "Vision")
                .with(ModelAttribute.PARAMETERS, 1e8)
                .with(ModelAttribute.DATASET_SIZE, 1e6)
                .with(ModelAttribute.EPOCHS, 100)
                .build());
    assertTrue(estimate.flop() > 20 * 6 * 1e8 * 1e6 * 100);
    assertTrue(estimate.flags().contains(EstimateFlag.DOMAIN_FACTOR_ASSUMED));
    assertEquals(Confidence.SPECULATIVE, estimate.confidence());
  }

  @Test
  void sumsTheStagesOfADataset() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.PARAMETERS, 1e9)
                .with(ModelAttribute.DATASET_SIZE, "300000000000,100000000000")
                .with(ModelAttribute.EPOCHS, 1)
                .build());
    assertClose(6 * 1e9 * 4e11, estimate.flop());
  }

  @Test
  void readsTokensFromNotesOnlyWhenTheyNameOneNumber() {
    Evidence one =
        Evidence.of("Inventum")
            .with(ModelAttribute.PARAMETERS, 1e9)
            .with(ModelAttribute.DATASET_NOTES, "We train on 2.5T tokens of text.");
    assertClose(6 * 1e9 * 2.5e12, only(EstimationMethod.OPERATION_COUNT, one.build()).flop());
    Evidence two =
        Evidence.of("Inventum")
            .with(ModelAttribute.PARAMETERS, 1e9)
            .with(ModelAttribute.DATASET_NOTES, "Of 9T tokens we keep 2.5T tokens.");
    assertTrue(
        only(EstimationMethod.OPERATION_COUNT, two.build())
            .flags()
            .contains(EstimateFlag.TOKENS_ASSUMED));
  }

  @Test
  void tokensWithoutASourceComeFromTheYearAndAreSpeculative() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .with(ModelAttribute.RELEASE_DATE, "2024-05-01")
                .with(ModelAttribute.PARAMETERS, 1e9)
                .build());
    assertClose(6 * 1e9 * LIBRARY.tokens().forYear(2024).tokens(), estimate.flop());
    assertEquals(Confidence.SPECULATIVE, estimate.confidence());
    assertTrue(width(estimate) >= 1);
    assertTrue(estimate.flags().contains(EstimateFlag.TOKENS_ASSUMED));
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 SXM5 80GB, BF16, 9.894e14",
    "NVIDIA H100 SXM5 80GB, FP8, 1.9789e15",
    "NVIDIA H100 PCIe, BF16, 7.56e14",
    "NVIDIA A100 SXM4 40 GB, FP16, 3.12e14",
    "NVIDIA A100, TF32, 1.56e14",
    "NVIDIA Tesla V100 DGXS 32 GB, FP16, 1.25e14",
    "NVIDIA V100, FP32, 1.57e13",
    "NVIDIA GeForce GTX TITAN X, FP32, 6.69e12",
    "NVIDIA GeForce GTX TITAN, FP32, 4.71e12",
    "Google TPU v3, BF16, 1.23e14",
    "Google TPU v4, FP32, 2.75e14",
    "TPUv5p, BF16, 4.59e14",
    "Huawei Ascend 910B, FP16, 3.2e14"
  })
  void multipliesChipsHoursPeakAndStatedUtilization(String chip, String format, double peak) {
    FlopEstimate estimate =
        only(
            EstimationMethod.HARDWARE,
            Evidence.of("Inventum")
                .with(ModelAttribute.TRAINING_HARDWARE, chip)
                .with(ModelAttribute.NUMERICAL_FORMAT, format)
                .with(ModelAttribute.HARDWARE_QUANTITY, 64)
                .with(ModelAttribute.TRAINING_TIME, 100)
                .with(ModelAttribute.MODEL_FLOP_UTILIZATION, 0.4)
                .build());
    assertClose(64 * 100 * 3600.0 * peak * 0.4, estimate.flop());
    assertEquals(Confidence.HIGH, estimate.confidence());
    assertFalse(estimate.flags().contains(EstimateFlag.UTILIZATION_ASSUMED));
  }

  @Test
  void assumesUtilizationByVendorAndSaysSo() {
    FlopEstimate tensor = only(EstimationMethod.HARDWARE, run("Google TPU v4").build());
    FlopEstimate graphics = only(EstimationMethod.HARDWARE, run("NVIDIA A100").build());
    assertClose(64 * 100 * 3600.0 * 2.75e14 * 0.35, tensor.flop());
    assertClose(64 * 100 * 3600.0 * 3.12e14 * 0.32, graphics.flop());
    assertEquals(List.of(EstimateFlag.UTILIZATION_ASSUMED), tensor.flags());
    assertEquals(Confidence.MEDIUM, tensor.confidence());
  }

  @Test
  void hardwareUtilizationCountsLess() {
    FlopEstimate estimate =
        only(
            EstimationMethod.HARDWARE,
            run("NVIDIA A100").with(ModelAttribute.HARDWARE_FLOP_UTILIZATION, 0.5).build());
    assertClose(64 * 100 * 3600.0 * 3.12e14 * 0.5 * 0.8, estimate.flop());
  }

  @Test
  void severalChipsInACellGiveTheMeanPeakAndAWiderInterval() {
    FlopEstimate mixed = only(EstimationMethod.HARDWARE, run("NVIDIA A100,NVIDIA H100").build());
    FlopEstimate single = only(EstimationMethod.HARDWARE, run("NVIDIA A100").build());
    assertClose(64 * 100 * 3600.0 * Math.sqrt(3.12e14) * Math.sqrt(9.894e14) * 0.32, mixed.flop());
    assertTrue(width(mixed) > width(single));
    assertEquals(2, countOf(mixed, "peak_flop_per_second"));
  }

  @Test
  void readsACountBeforeTheChip() {
    FlopEstimate estimate =
        only(
            EstimationMethod.HARDWARE,
            Evidence.of("Inventum")
                .with(ModelAttribute.TRAINING_HARDWARE, "8x A100")
                .with(ModelAttribute.TRAINING_TIME, 10)
                .build());
    assertClose(8 * 10 * 3600.0 * 3.12e14 * 0.32, estimate.flop());
  }

  @Test
  void readsChipHoursFromNotesWhereTheCountIsMissing() {
    FlopEstimate estimate =
        only(
            EstimationMethod.HARDWARE,
            Evidence.of("Inventum")
                .with(ModelAttribute.TRAINING_HARDWARE, "NVIDIA H800")
                .with(ModelAttribute.TRAINING_TIME_NOTES, "The run took 2.5M H800 GPU hours.")
                .build());
    assertClose(2.5e6 * 3600 * 9.894e14 * 0.38, estimate.flop());
  }

  @Test
  void unknownChipsAreReported() {
    DirectEstimates result =
        new DirectEstimator(LIBRARY).estimate(run("Phantasm X9").build(), BaseModels.NONE);
    assertEquals(List.of(), result.estimates());
    Issue issue = result.issues().get(0);
    assertEquals(IssueCode.CHIP_UNKNOWN, issue.code());
    assertEquals("Phantasm X9", issue.excerpt());
    assertEquals("row 1", issue.location());
  }

  @Test
  void addsTheBaseModel() {
    BaseModels bases =
        BaseModels.of(Map.of("Parens 7B", new BaseModels.BaseCompute(23, 0.1, "invented")));
    EntityEvidence child =
        Evidence.of("Filius")
            .with(ModelAttribute.BASE_MODEL, "parens-7b")
            .with(ModelAttribute.FINETUNE_COMPUTE, 1e22)
            .build();
    FlopEstimate estimate = find(EstimationMethod.BASE_PLUS_FINETUNE, child, bases).orElseThrow();
    assertClose(1.1e23, estimate.flop());
    assertEquals(Confidence.MEDIUM, estimate.confidence());
    assertTrue(find(EstimationMethod.BASE_PLUS_FINETUNE, child, BaseModels.NONE).isEmpty());
  }

  @Test
  void findsPublishedBaseModelsAndCountsOwnTraining() {
    FlopEstimate estimate =
        only(
            EstimationMethod.BASE_PLUS_FINETUNE,
            Evidence.of("Filius")
                .with(ModelAttribute.BASE_MODEL, "Llama 2-70B")
                .with(ModelAttribute.PARAMETERS, 7e10)
                .with(ModelAttribute.DATASET_SIZE, 5e11)
                .with(ModelAttribute.EPOCHS, 1)
                .build());
    assertClose(6 * (6.9e10 * 2e12 + 7e10 * 5e11), estimate.flop());
  }

  @Test
  void ownTrainingAsLargeAsTheBaseRepeatsIt() {
    EntityEvidence evidence =
        Evidence.of("Filius")
            .with(ModelAttribute.BASE_MODEL, "Llama 2-70B")
            .with(ModelAttribute.PARAMETERS, 7e10)
            .with(ModelAttribute.DATASET_SIZE, 2e12)
            .with(ModelAttribute.EPOCHS, 1)
            .build();
    assertTrue(find(EstimationMethod.BASE_PLUS_FINETUNE, evidence, BaseModels.NONE).isEmpty());
  }

  @Test
  void convertsCostAtTheChipsPrice() {
    FlopEstimate estimate =
        only(
            EstimationMethod.TRAINING_COST,
            Evidence.of("Inventum")
                .with(ModelAttribute.TRAINING_COST, 1e6)
                .with(ModelAttribute.TRAINING_HARDWARE, "NVIDIA H100")
                .build());
    double price = LIBRARY.prices().of("nvidia_h100_sxm").orElseThrow().usdPerChipHour();
    assertClose(1e6 / price * 3600 * 9.894e14 * 0.38, estimate.flop());
    assertTrue(width(estimate) > 1.4);
  }

  @Test
  void statedComputeIsTakenAsItIs() {
    FlopEstimate estimate =
        only(
            EstimationMethod.DISCLOSED_COMPUTE,
            Evidence.of("Inventum").with(ModelAttribute.TRAINING_COMPUTE, 3.8e25).build());
    assertClose(3.8e25, estimate.flop());
    assertEquals(Confidence.HIGH, estimate.confidence());
  }

  @Test
  void notesOnComputeAreNeverRead() {
    EntityEvidence evidence =
        Evidence.of("Inventum")
            .with(ModelAttribute.TRAINING_COMPUTE_NOTES, "3e24 FLOP, 5B active parameters")
            .with(ModelAttribute.FINETUNE_COMPUTE_NOTES, "2T tokens")
            .build();
    assertEquals(
        List.of(), new DirectEstimator(LIBRARY).estimate(evidence, BaseModels.NONE).estimates());
  }

  @Test
  void overridesCarryTheirSourceAndInterval() {
    ReferenceLibrary library =
        ReferenceLibrary.load(
            Map.of(
                "overrides.yaml",
                "overrides: [{name: Inventum, aliases: [], flop: 2e25, flop_low: 1e25, flop_high: 5e25, "
                    + "date: '2026-01-02', statement: said so, source: a talk}]"));
    FlopEstimate estimate =
        new DirectEstimator(library)
            .estimate(Evidence.of("inventum").build(), BaseModels.NONE)
            .estimates()
            .get(0);
    assertEquals(EstimationMethod.CURATED_OVERRIDE, estimate.method());
    assertClose(2e25, estimate.flop());
    assertEquals(25, estimate.log10FlopLow(), RELATIVE);
    assertTrue(estimate.reasoning().contains("a talk"), estimate.reasoning());
  }

  @ParameterizedTest
  @CsvSource({"Inventum 70B, 7e10", "inventum_8x7b, 6.72e9", "Inventum-90B-A9B, 9e9"})
  void sizeInTheNameIsTheLastResort(String name, double active) {
    FlopEstimate estimate = only(EstimationMethod.NAME_SIZE, Evidence.of(name).build());
    assertClose(6 * active * LIBRARY.tokens().yearUnknown().tokens(), estimate.flop());
    assertEquals(Confidence.SPECULATIVE, estimate.confidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Inventum", "Inventum 4.5", "Inventum Turbo 2b3"})
  void namesWithoutSizeGiveNothing(String name) {
    assertEquals(
        List.of(),
        new DirectEstimator(LIBRARY)
            .estimate(Evidence.of(name).build(), BaseModels.NONE)
            .estimates());
  }

  @Test
  void publishedSpecificationsServeKnownModels() {
    FlopEstimate estimate =
        only(EstimationMethod.OPERATION_COUNT, Evidence.of("deepseek_v3").build());
    assertClose(6 * 3.7e10 * 1.48e13, estimate.flop());
    assertEquals(Confidence.HIGH, estimate.confidence());
  }

  @Test
  void mostSourcesWinAndTheConflictIsFlagged() {
    FlopEstimate estimate =
        only(
            EstimationMethod.OPERATION_COUNT,
            Evidence.of("Inventum")
                .from("a", ModelAttribute.PARAMETERS, 9e9)
                .from("b", ModelAttribute.PARAMETERS, 7e9)
                .from("c", ModelAttribute.PARAMETERS, 7.1e9)
                .with(ModelAttribute.DATASET_SIZE, 1e12)
                .build());
    assertClose(6 * 7e9 * 1e12, estimate.flop());
    assertTrue(estimate.flags().contains(EstimateFlag.INPUTS_CONFLICT));
    assertTrue(estimate.reasoning().contains("Sources differ"), estimate.reasoning());
  }

  private static Evidence run(String chip) {
    return Evidence.of("Inventum")
        .with(ModelAttribute.TRAINING_HARDWARE, chip)
        .with(ModelAttribute.HARDWARE_QUANTITY, 64)
        .with(ModelAttribute.TRAINING_TIME, 100);
  }

  private static FlopEstimate only(EstimationMethod method, EntityEvidence evidence) {
    return find(method, evidence, BaseModels.NONE).orElseThrow();
  }

  private static Optional<FlopEstimate> find(
      EstimationMethod method, EntityEvidence evidence, BaseModels bases) {
    return new DirectEstimator(LIBRARY)
        .estimate(evidence, bases).estimates().stream()
            .filter(estimate -> estimate.method() == method)
            .findFirst();
  }

  private static double width(FlopEstimate estimate) {
    return estimate.log10FlopHigh() - estimate.log10FlopLow();
  }

  private static long countOf(FlopEstimate estimate, String quantityEnd) {
    return estimate.inputs().stream()
        .filter(input -> input.quantity().endsWith(quantityEnd))
        .count();
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(1, actual / expected, RELATIVE);
  }
}
