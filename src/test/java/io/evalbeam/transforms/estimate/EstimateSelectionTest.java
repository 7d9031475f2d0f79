package io.evalbeam.transforms.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateSelectionTest {
  private static final ReferenceLibrary LIBRARY = ReferenceLibrary.load();
  private static final EstimateSelection SELECTION = new EstimateSelection(LIBRARY);

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), SELECTION.select(List.of()));
  }

  @Test
  void followsThePriorityOfMethodsAndKeepsTheRest() {
    List<FlopEstimate> given = new ArrayList<>();
    for (EstimationMethod method :
        List.of(
            EstimationMethod.NAME_SIZE,
            EstimationMethod.BENCHMARK_IMPUTATION,
            EstimationMethod.TRAINING_COST,
            EstimationMethod.DISCLOSED_COMPUTE,
            EstimationMethod.CURATED_OVERRIDE)) {
      given.add(estimate(method, 24, Confidence.LOW, List.of()));
    }
    List<FlopEstimate> ranked = SELECTION.select(given);
    assertEquals(
        List.of(
            EstimationMethod.CURATED_OVERRIDE,
            EstimationMethod.DISCLOSED_COMPUTE,
            EstimationMethod.TRAINING_COST,
            EstimationMethod.BENCHMARK_IMPUTATION,
            EstimationMethod.NAME_SIZE),
        ranked.stream().map(FlopEstimate::method).toList());
    assertEquals(List.of(0, 1, 2, 3, 4), ranked.stream().map(FlopEstimate::priority).toList());
    assertEquals(1, ranked.stream().filter(FlopEstimate::chosen).count());
    assertTrue(ranked.get(0).chosen());
    Collections.reverse(given);
    assertEquals(ranked, SELECTION.select(given), "order of the list does not matter");
  }

  @Test
  void averagesAgreeingOperationCountAndHardwareByWeight() {
    List<FlopEstimate> ranked = select(run(1e12, 0.45));
    FlopEstimate chosen = ranked.get(0);
    double counted = Math.log10(6 * 1e10 * 1e12);
    double measured = ranked.get(2).log10FlopMedian();
    assertEquals(3, ranked.size(), "the average joins both");
    assertEquals(EstimationMethod.OPERATION_COUNT, ranked.get(1).method());
    assertEquals(EstimationMethod.HARDWARE, ranked.get(2).method());
    assertTrue(chosen.log10FlopMedian() > Math.min(counted, measured));
    assertTrue(chosen.log10FlopMedian() < Math.max(counted, measured));
    assertTrue(chosen.reasoning().startsWith("Average"), chosen.reasoning());
    assertFalse(chosen.flags().contains(EstimateFlag.METHODS_DISAGREE));
  }

  @Test
  void prefersHardwareWhereTheOperationCountIsFarOff() {
    List<FlopEstimate> ranked = select(run(1e10, 0.45));
    assertEquals(EstimationMethod.HARDWARE, ranked.get(0).method());
    assertEquals(2, ranked.size());
    assertTrue(ranked.get(0).flags().contains(EstimateFlag.METHODS_DISAGREE));
    assertTrue(ranked.get(0).reasoning().contains("Methods differ by a factor of"));
    assertFalse(ranked.get(1).flags().contains(EstimateFlag.METHODS_DISAGREE));
  }

  @Test
  void derivedModelsAreNotComparedWithTheirOwnTrainingAlone() {
    List<FlopEstimate> ranked =
        select(
            Evidence.of("Filius")
                .with(ModelAttribute.BASE_MODEL, "Llama 2-70B")
                .with(ModelAttribute.PARAMETERS, 7e10)
                .with(ModelAttribute.DATASET_SIZE, 1e9)
                .with(ModelAttribute.EPOCHS, 1)
                .build());
    assertEquals(EstimationMethod.BASE_PLUS_FINETUNE, ranked.get(0).method());
    assertFalse(ranked.get(0).flags().contains(EstimateFlag.METHODS_DISAGREE));
  }

  @ParameterizedTest
  @CsvSource({"9.9, true", "10, false", "30, false", "30.1, true"})
  void flagsImplausibleMagnitudes(double log10Flop, boolean flagged) {
    FlopEstimate chosen =
        SELECTION
            .select(
                List.of(
                    estimate(
                        EstimationMethod.DISCLOSED_COMPUTE, log10Flop, Confidence.HIGH, List.of())))
            .get(0);
    assertEquals(flagged, chosen.flags().contains(EstimateFlag.IMPLAUSIBLE_MAGNITUDE));
  }

  @ParameterizedTest
  @CsvSource({"1, false, LOW", "2, false, LOW", "1, true, LOW", "2, true, MEDIUM"})
  void severalScoresNextToASpecificationAreMedium(
      int scores, boolean specified, Confidence expected) {
    List<EstimateInput> inputs = new ArrayList<>();
    inputs.add(new EstimateInput("release_year", 2024.5, null, "invented"));
    for (int score = 0; score < scores; score++) {
      inputs.add(new EstimateInput("arena_" + score, 1200.0, null, "invented"));
    }
    List<FlopEstimate> given = new ArrayList<>();
    given.add(estimate(EstimationMethod.BENCHMARK_IMPUTATION, 24, Confidence.LOW, inputs));
    if (specified) {
      given.addAll(
          new DirectEstimator(LIBRARY)
              .estimate(
                  Evidence.of("Inventum").with(ModelAttribute.PARAMETERS, 1e11).build(),
                  BaseModels.NONE)
              .estimates());
    }
    FlopEstimate chosen = SELECTION.select(given).get(0);
    assertEquals(EstimationMethod.BENCHMARK_IMPUTATION, chosen.method());
    assertEquals(expected, chosen.confidence());
  }

  @Test
  void travelsToWorkers() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(SELECTION);
      out.writeObject(new DirectEstimator(LIBRARY));
      out.writeObject(new ThresholdClassifier(1e25));
      out.writeObject(
          BaseModels.of(Map.of("Parens", new BaseModels.BaseCompute(23, 0.1, "invented"))));
    }
  }

  private static EntityEvidence run(double dataPoints, double utilization) {
    return Evidence.of("Inventum")
        .with(ModelAttribute.PARAMETERS, 1e10)
        .with(ModelAttribute.DATASET_SIZE, dataPoints)
        .with(ModelAttribute.EPOCHS, 1)
        .with(ModelAttribute.TRAINING_HARDWARE, "NVIDIA A100")
        .with(ModelAttribute.HARDWARE_QUANTITY, 512)
        .with(ModelAttribute.TRAINING_TIME, 250)
        .with(ModelAttribute.MODEL_FLOP_UTILIZATION, utilization)
        .build();
  }

  private static List<FlopEstimate> select(EntityEvidence evidence) {
    return SELECTION.select(
        new DirectEstimator(LIBRARY).estimate(evidence, BaseModels.NONE).estimates());
  }

  private static FlopEstimate estimate(
      EstimationMethod method,
      double log10Flop,
      Confidence confidence,
      List<EstimateInput> inputs) {
    return new FlopEstimate(
        "m-1",
        "inventum",
        "Somebody",
        0,
        method,
        false,
        Math.pow(10, log10Flop),
        log10Flop - 0.5,
        log10Flop,
        log10Flop + 0.5,
        confidence,
        "Invented.",
        inputs,
        List.of());
  }
}
