package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmIdentityTest {
  @TempDir Path output;

  private Path write() throws IOException {
    return HelmRunFixture.of("aviary/tern-1b").write(output.resolve("runs/v1.0.0"));
  }

  private static void changeSpec(Path run, Consumer<ObjectNode> change) throws IOException {
    ObjectNode spec = (ObjectNode) HelmRunFixture.readJson(run.resolve("run_spec.json"));
    change.accept(spec);
    HelmRunFixture.writeJson(run.resolve("run_spec.json"), spec);
  }

  private Issue rejection() throws IOException {
    List<IdentifiedRuns> identified = HelmReading.identify(output, null);
    assertEquals(1, identified.size());
    assertEquals(List.of(), identified.get(0).runs());
    assertEquals(1, identified.get(0).rejected());
    assertEquals(1, identified.get(0).issues().size());
    return identified.get(0).issues().get(0);
  }

  @Test
  void theHeaderIsWhatTheSpecificationSays() throws IOException {
    write();
    RunHeader header = HelmReading.find(output).header();
    assertEquals("helm", header.source());
    assertEquals("lite", header.benchmark());
    assertNull(header.release());
    assertEquals("v1.0.0", header.suite());
    assertEquals("coast:subject=tides,model=aviary_tern-1b", header.runName());
    assertEquals("coast_scenario", header.scenario());
    assertEquals("coast:subject=tides", header.task());
    assertEquals("coast", header.datasetName());
    assertEquals("tides", header.subject());
    assertEquals(List.of(new RunArgument("subject", "tides")), header.arguments());
    assertEquals(List.of("coast", "birds"), header.groups());
    assertEquals("aviary/tern-1b", header.modelName());
    assertEquals("harbour/aviary/tern-1b", header.modelDeployment());
    assertEquals("multiple_choice_joint", header.adapterMethod());
    assertEquals(5, header.shots());
    assertEquals(0.5, header.temperature());
    assertEquals(1, header.maxTokens());
    assertEquals(1, header.trials());
  }

  @Test
  void argumentsMakeTheTask() throws IOException {
    Path run = write();
    changeSpec(
        run,
        spec -> {
          ObjectNode args = ((ObjectNode) spec.path("scenario_spec")).putObject("args");
          args.put("target_language", "en").put("source_language", "de");
          args.put("level", 1.0).put("strict", false).putArray("parts").add("a").add(2);
          args.remove("level");
        });
    RunHeader header = HelmReading.find(output).header();
    assertEquals(
        "coast:parts=[\"a\",2],source_language=de,strict=false,target_language=en", header.task());
    assertEquals("de-en", header.subject());
    changeSpec(run, spec -> ((ObjectNode) spec.path("scenario_spec")).remove("args"));
    assertEquals("coast", HelmReading.find(output).header().task());
    assertNull(HelmReading.find(output).header().subject());
  }

  @Test
  void anOldRunIsServedAsItsModel() throws IOException {
    changeSpec(
        write(), spec -> ((ObjectNode) spec.path("adapter_spec")).remove("model_deployment"));
    assertEquals("aviary/tern-1b", HelmReading.find(output).header().modelDeployment());
  }

  @Test
  void promptSettingsAreOfThePromptAlone() throws IOException {
    Path run = write();
    String settings = HelmReading.find(output).header().promptSettings();
    changeSpec(
        run,
        spec ->
            ((ObjectNode) spec.path("adapter_spec"))
                .put("model", "aviary/puffin")
                .put("model_deployment", "x/puffin")
                .put("num_train_trials", 3)
                .put("max_eval_instances", 10)
                .put("temperature", 0.50)
                .put("global_prefix", "")
                .put("chain_of_thought_suffix", "\n")
                .put("multi_label", false)
                .putNull("random"));
    assertEquals(settings, HelmReading.find(output).header().promptSettings());
    changeSpec(run, spec -> ((ObjectNode) spec.path("adapter_spec")).put("max_train_instances", 0));
    assertNotEquals(settings, HelmReading.find(output).header().promptSettings());
  }

  @Test
  void changedDemonstrationsAreOtherSettings() throws IOException {
    Path run = write();
    String settings = HelmReading.find(output).header().promptSettings();
    changeSpec(
        run,
        spec ->
            ((ObjectNode) spec.path("data_augmenter_spec"))
                .put("should_augment_train_instances", true)
                .putArray("perturbation_specs")
                .addObject()
                .put("class_name", "Typos"));
    assertNotEquals(settings, HelmReading.find(output).header().promptSettings());
  }

  @Test
  void theContentHashIsOverTheFilesThatAreRead() throws IOException {
    Path run = write();
    String hash = HelmReading.find(output).runHash();
    Files.writeString(run.resolve("display_requests.json"), "[1]");
    assertEquals(hash, HelmReading.find(output).runHash());
    Files.writeString(run.resolve("instances.json"), "[]");
    assertNotEquals(hash, HelmReading.find(output).runHash());
    List<String> names = HelmReading.find(output).files().stream().map(RunFile::name).toList();
    assertEquals(7, names.size());
    assertEquals(names.stream().sorted().toList(), names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coast-subject=tides,model=aviary_tern-1b | true",
        "coast%3Asubject%3Dtides%2Cmodel%3Daviary_tern-1b | true",
        "coast:subject=tides,model=aviary_tern-1b | true",
        "coast:subject=waves,model=aviary_tern-1b | false"
      })
  void aDirectoryMayHaveThePortableFormOfTheName(String directory, boolean agrees)
      throws IOException {
    Path run = write();
    Path moved = run.resolveSibling(directory);
    if (!moved.equals(run)) {
      Files.move(run, moved);
    }
    IdentifiedRuns identified = HelmReading.identify(output, null).get(0);
    assertEquals(
        "coast:subject=tides,model=aviary_tern-1b", identified.runs().get(0).header().runName());
    assertEquals(
        agrees ? List.of() : List.of(IssueCode.RUN_NAME_DISAGREES),
        identified.issues().stream().map(Issue::code).toList());
  }

  @Test
  void anEmptySpecificationIsNoIdentity() throws IOException {
    Files.write(write().resolve("run_spec.json"), new byte[0]);
    Issue issue = rejection();
    assertEquals(IssueCode.RUN_UNIDENTIFIED, issue.code());
    assertEquals("byte 0", issue.location());
  }

  @Test
  void aBrokenSpecificationIsNoIdentity() throws IOException {
    Files.writeString(write().resolve("run_spec.json"), "{\"name\": \"coast:");
    assertEquals(IssueCode.RUN_UNIDENTIFIED, rejection().code());
  }

  @Test
  void aSpecificationWithoutModelIsNoIdentity() throws IOException {
    changeSpec(write(), spec -> ((ObjectNode) spec.path("adapter_spec")).remove("model"));
    Issue issue = rejection();
    assertEquals(IssueCode.RUN_UNIDENTIFIED, issue.code());
    assertEquals("/adapter_spec/model", issue.location());
  }

  @Test
  void aRunWithoutScoresIsRejected() throws IOException {
    Files.delete(write().resolve("per_instance_stats.json"));
    assertEquals(IssueCode.FILE_MISSING, rejection().code());
  }

  @Test
  void aBrokenScenarioCostsItsNameAlone() throws IOException {
    Files.writeString(write().resolve("scenario.json"), "{");
    IdentifiedRuns identified = HelmReading.identify(output, null).get(0);
    assertNull(identified.runs().get(0).header().scenario());
    assertEquals(
        List.of(IssueCode.PARSE_ERROR), identified.issues().stream().map(Issue::code).toList());
  }

  @Test
  void theLatestRequestIsReadOnDemand() throws IOException {
    write();
    assertNull(HelmReading.find(output).lastRequestAt());
    assertEquals(1_700_000_003L, HelmReading.FORMAT.lastRequestAt(HelmReading.find(output)));
  }
}
