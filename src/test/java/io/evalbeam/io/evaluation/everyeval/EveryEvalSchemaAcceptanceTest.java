package io.evalbeam.io.evaluation.everyeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported files against the published schemas. */
class EveryEvalSchemaAcceptanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeStaging() throws IOException {
    Files.createDirectories(folder.resolve("staging"));
  }

  private static JsonSchema schema(String name) throws IOException {
    Path file = SharedData.path("data/lm-eval/schemas/" + name);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(BeamFiles.readText(file.toString()));
  }

  @Test
  void aggregatesAreValid() throws IOException {
    JsonSchema schema = schema("eval.schema.json");
    List<StagedFile> files =
        ExportFixture.publish(folder.resolve("staging"), folder.resolve("out"));
    JsonNode aggregate =
        JSON.readTree(folder.resolve("out").resolve(files.get(1).target()).toFile());

    assertEquals(Set.of(), schema.validate(aggregate));
    ((ObjectNode) aggregate.path("model_info").path("additional_details"))
        .remove("deployment_type");
    Set<ValidationMessage> problems = schema.validate(aggregate);
    assertFalse(problems.isEmpty(), "a missing deployment_type was not noticed");
  }

  @Test
  void rowsAreValid() throws IOException {
    JsonSchema schema = schema("instance_level_eval.schema.json");
    List<StagedFile> files =
        ExportFixture.publish(folder.resolve("staging"), folder.resolve("out"));

    List<String> lines = Files.readAllLines(folder.resolve("out").resolve(files.get(0).target()));
    assertEquals(8, lines.size());
    for (String line : lines) {
      assertEquals(Set.of(), schema.validate(JSON.readTree(line)));
    }
  }
}
