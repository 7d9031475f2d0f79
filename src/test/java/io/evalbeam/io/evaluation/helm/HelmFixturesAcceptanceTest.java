package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values of three real runs, stated beside them. */
class HelmFixturesAcceptanceTest {
  private static final String PHILOSOPHY =
      "mmlu:subject=philosophy,method=multiple_choice_joint,model=openai_gpt2";
  private static final String HELLASWAG =
      "commonsense:dataset=hellaswag,method=multiple_choice_joint,model=eleutherai_pythia-1b-v0";
  private static final String NARRATIVE = "narrative_qa:model=openai_gpt2";

  private static Path run(String name) {
    return SharedData.path("data/helm/runs/fixtures").resolve(name);
  }

  private static HelmReading read(String name) throws IOException, DamagedRunException {
    HelmReading reading = HelmReading.of(run(name));
    assertEquals(List.of(), reading.issues());
    assertEquals(Boolean.TRUE, reading.outcome().verified());
    return reading;
  }

  private static int gold(Response response) {
    return IntStream.range(0, response.references().size())
        .filter(i -> response.references().get(i).correct())
        .findFirst()
        .orElseThrow();
  }

  private static String choiceRow(Response response) {
    assertEquals(1L, response.outputTokens());
    assertEquals(4, response.references().size());
    assertNull(response.finishReason());
    return response.instanceId()
        + " "
        + response.split()
        + " "
        + response.output()
        + " "
        + response.metrics().get("exact_match")
        + " "
        + gold(response)
        + " "
        + response.promptTokens();
  }

  private static double mean(HelmReading reading, String split, String metric) {
    return reading.responses().stream()
        .filter(response -> split.equals(response.split()))
        .mapToDouble(
            response -> {
              Double value = response.metrics().get(metric);
              return value == null ? Double.NaN : value;
            })
        .average()
        .orElseThrow();
  }

  @Test
  void philosophy() throws IOException, DamagedRunException {
    HelmReading reading = read(PHILOSOPHY);
    assertEquals(
        List.of(
            "id147 test  D 0.0 2 333",
            "id11 valid  D 0.0 2 420",
            "id65 test  D 0.0 0 424",
            "id344 test  D 0.0 1 359",
            "id59 test  D 0.0 2 336",
            "id291 test  D 0.0 0 360",
            "id131 test  D 0.0 1 336",
            "id222 test  D 1.0 3 342",
            "id259 test  D 0.0 1 337",
            "id105 test  D 0.0 2 327"),
        reading.responses().stream().map(HelmFixturesAcceptanceTest::choiceRow).toList());
    assertEquals(1.0 / 9, mean(reading, "test", "exact_match"), 1e-15);
    assertEquals(350.44444444444446, mean(reading, "test", "num_prompt_tokens"), 1e-12);
    Response first = reading.responses().get(0);
    assertEquals(27, first.metrics().size());
    assertEquals(25, IntStream.range(0, 27).filter(first.metrics()::isPresent).count());
    assertEquals(54, reading.outcome().comparisons());
    assertEquals(first.references().get(3).text(), first.mappedOutput());
  }

  @Test
  void philosophyIsIdentified() throws IOException {
    FoundRun found = HelmReading.find(run(PHILOSOPHY));
    assertEquals(PHILOSOPHY, found.header().runName());
    assertEquals("fixtures", found.header().suite());
    assertEquals("openai/gpt2", found.header().modelName());
    assertEquals("huggingface/gpt2", found.header().modelDeployment());
    assertEquals("mmlu", found.header().scenario());
    assertEquals("mmlu:subject=philosophy", found.header().task());
    assertEquals(List.of("mmlu"), found.header().groups());
    assertEquals(5, found.header().shots());
  }

  @Test
  void hellaSwag() throws IOException, DamagedRunException {
    HelmReading reading = read(HELLASWAG);
    assertEquals(
        List.of(
            "id44874 valid  B 0.0 2 718",
            "id47299 valid  B 0.0 3 684",
            "id45277 valid  B 1.0 1 664",
            "id41992 valid  D 1.0 3 523",
            "id49438 valid  D 0.0 1 636",
            "id42841 valid  D 0.0 0 496",
            "id46128 valid  B 0.0 0 681",
            "id47975 valid  A 0.0 1 700",
            "id41468 valid  D 0.0 1 534",
            "id44284 valid  B 1.0 1 678"),
        reading.responses().stream().map(HelmFixturesAcceptanceTest::choiceRow).toList());
    assertEquals(0.3, mean(reading, "valid", "exact_match"), 1e-15);
    assertEquals(14.876816749572754, mean(reading, "valid", "inference_runtime"), 1e-13);
    assertEquals(27, reading.outcome().comparisons());
    FoundRun found = HelmReading.find(run(HELLASWAG));
    assertEquals("commonsense", found.header().task());
    assertEquals("hellaswag", found.header().scenario());
    assertEquals(List.of("hellaswag"), found.header().groups());
  }

  @Test
  void narrativeQa() throws IOException, DamagedRunException {
    HelmReading reading = read(NARRATIVE);
    assertEquals(
        List.of(
            "id1413 test 0.0 0.0 0.0 0.0 0.0 2",
            "id1332 test 0.3333333333333333 0.09090909090909091 0.06666666666666667"
                + " 2.2250738585072626E-308 0.0 45",
            "id1123 valid 0.0 0.03636363636363636 0.03508771929824561 2.2250738585072626E-308 0.0"
                + " 57",
            "id1514 test 0.0 0.0 0.0 0.0 0.0 5",
            "id1340 test 0.36363636363636365 0.12371134020618557 0.07608695652173914"
                + " 2.2250738585072626E-308 1.0 100"),
        reading.responses().stream().map(HelmFixturesAcceptanceTest::gradedRow).toList());
    assertEquals(0.17424242424242425, mean(reading, "test", "f1_score"), 1e-15);
    assertEquals(0.05365510777881912, mean(reading, "test", "rouge_l"), 1e-15);
    assertEquals(1.1125369292536313e-308, mean(reading, "test", "bleu_4"));
    assertEquals(50, reading.outcome().comparisons());
    for (Response response : reading.responses()) {
      assertEquals(2, response.references().stream().filter(r -> r.correct()).count());
      assertNull(response.mappedOutput());
      assertEquals(0.0, response.metrics().get("exact_match"));
    }
  }

  private static String gradedRow(Response response) {
    StringBuilder row =
        new StringBuilder(response.instanceId()).append(' ').append(response.split());
    for (String metric :
        List.of("f1_score", "rouge_l", "bleu_1", "bleu_4", "num_train_instances")) {
      row.append(' ').append(response.metrics().get(metric));
    }
    return row.append(' ').append(response.outputTokens()).toString();
  }
}
