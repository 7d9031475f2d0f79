package io.evalbeam.pipelines.tracking.curation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.testing.Estimates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurationInputsTest {
  @TempDir Path output;

  @BeforeEach
  void publish() throws IOException {
    Estimates.publish(output, List.of(Estimates.model("heron", "Aviary", 2e26)));
    Files.createDirectories(output.resolve("curated"));
    Files.writeString(above(), "model\nheron\n");
  }

  private Path above() {
    return output.resolve("curated/above_1e25_flop.csv");
  }

  private CurationInputs inputs() throws IOException {
    CurationPlan plan =
        new CurationPlan(
            output.toString(),
            "",
            output.resolve("decisions.jsonl").toString(),
            1e25,
            Policy.DEFAULT,
            "2026-02-03",
            3,
            false);
    return CurationInputs.of(Optional.empty(), plan, EstimatedModels.in(output.toString()));
  }

  private StageResult resultOfReading() throws IOException {
    String hash = Hashes.ofFile(above().toString());
    InputFile read = new InputFile(CurationInputs.CURATED, "above_1e25_flop.csv", hash, 12);
    return new StageResult(List.of(), List.of(), List.of(read));
  }

  @Test
  void anEditDuringTheRunIsNotOverwritten() throws IOException {
    CurationInputs inputs = inputs();
    StageResult result = resultOfReading();
    assertDoesNotThrow(() -> inputs.checkNobodySaved(result));
    Files.writeString(above(), "model,notes\nheron,mine\n");
    IOException refused = assertThrows(IOException.class, () -> inputs.checkNobodySaved(result));
    assertTrue(String.valueOf(refused.getMessage()).contains("edited while the run read them"));
  }

  @Test
  void theFingerprintFollowsTheDecisions() throws IOException {
    List<?> before = inputs().runPlan().parts();
    assertEquals(before, inputs().runPlan().parts());
    Files.writeString(output.resolve("decisions.jsonl"), "{}\n");
    assertTrue(!before.equals(inputs().runPlan().parts()));
  }

  @Test
  void anUnfinishedPublicationOfTheEstimatesIsRefused() throws IOException {
    Files.writeString(output.resolve("_evalbeam/estimate-flops.journal.json"), "{}");
    InvalidConfigurationException refused =
        assertThrows(InvalidConfigurationException.class, this::inputs);
    assertTrue(refused.problems().get(0).contains("killed while publishing"));
  }
}
