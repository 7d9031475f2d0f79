package io.evalbeam.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.evalbeam.testing.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scheduled workflows: when they run, what they ask for, and that they only call scripts. */
class WorkflowsTest {
  private static final String SCRAPE = "scrape_and_upload.yml";
  private static final String STATISTICS = "generate_comprehensive_stats.yml";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern SCRIPT = Pattern.compile("scripts/[a-z-]+");

  private static JsonNode workflow(String file) throws IOException {
    return YAML.readTree(ScriptRun.inRepository(".github/workflows/" + file).toFile());
  }

  private static JsonNode job(String file) throws IOException {
    JsonNode jobs = workflow(file).path("jobs");
    assertEquals(1, jobs.size());
    return jobs.iterator().next();
  }

  /** The steps that use an action. */
  private static List<JsonNode> steps(String file, String action) throws IOException {
    List<JsonNode> steps = new ArrayList<>();
    for (JsonNode step : job(file).path("steps")) {
      if (step.path("uses").asText().startsWith(action + "@")) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static JsonNode input(String file, String name) throws IOException {
    return workflow(file).at("/on/workflow_dispatch/inputs").path(name);
  }

  @Test
  void ingestsOnMondaysAtThree() throws IOException {
    assertEquals("0 3 * * 1", workflow(SCRAPE).at("/on/schedule/0/cron").asText());
    JsonNode benchmark = input(SCRAPE, "benchmark");
    assertEquals("choice", benchmark.path("type").asText());
    assertEquals("[\"all\",\"lite\",\"mmlu\",\"classic\"]", benchmark.path("options").toString());
    assertEquals("latest", input(SCRAPE, "release").path("default").asText());
  }

  @Test
  void computesStatisticsDailyAtSix() throws IOException {
    assertEquals("0 6 * * *", workflow(STATISTICS).at("/on/schedule/0/cron").asText());
    assertEquals("helm", input(STATISTICS, "source_name").path("default").asText());
    JsonNode force = input(STATISTICS, "force_regenerate");
    assertEquals("boolean", force.path("type").asText());
    assertFalse(force.path("default").asBoolean(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRAPE, STATISTICS})
  void theyCallScriptsThatAPersonCanRun(String file) throws IOException {
    List<String> called = new ArrayList<>();
    for (JsonNode step : job(file).path("steps")) {
      Matcher script = SCRIPT.matcher(step.path("run").asText());
      while (script.find()) {
        called.add(script.group());
        Path path = ScriptRun.inRepository(script.group());
        assertTrue(Files.isExecutable(path), path + " cannot be run");
        assertReadsVariables(path, job(file).path("env").fieldNames(), step);
      }
    }
    assertFalse(called.isEmpty(), "the work is not done by a script");
  }

  /** A variable that neither the script nor its call knows was renamed in one place only. */
  private static void assertReadsVariables(Path script, Iterator<String> names, JsonNode step)
      throws IOException {
    String readers = Files.readString(script) + step.path("run").asText();
    names.forEachRemaining(
        name -> assertTrue(readers.contains("$" + name) || readers.contains("${" + name), name));
  }

  @Test
  void onlyOneOfThemRunsAtATimeAndNoneIsCutShort() throws IOException {
    JsonNode concurrency = workflow(SCRAPE).path("concurrency");
    assertEquals("evalbeam-data", concurrency.path("group").asText());
    assertFalse(concurrency.path("cancel-in-progress").asBoolean(true));
    assertEquals(concurrency, workflow(STATISTICS).path("concurrency"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRAPE, STATISTICS})
  void theCachedFolderIsTheOutputInBoth(String file) throws IOException {
    JsonNode environment = job(file).path("env");
    String output =
        environment
            .path(file.equals(SCRAPE) ? "EVALBEAM_OUTPUT" : "EVALBEAM_INPUT")
            .asText()
            .replaceAll("^.*\\|\\| '([^']+)' }}$", "$1");
    JsonNode restored = steps(file, "actions/cache/restore").get(0).path("with");
    JsonNode saved = steps(file, "actions/cache/save").get(0).path("with");
    assertEquals(output, restored.path("path").asText());
    assertEquals(output, saved.path("path").asText());
    assertEquals(restored.path("key"), saved.path("key"));
    // A second attempt of a run could not replace what the first one saved.
    assertTrue(saved.path("key").asText().contains("run_attempt"), saved.toString());
    assertTrue(
        saved.path("key").asText().startsWith(restored.path("restore-keys").asText()),
        restored.toString());
  }

  @Test
  void whatACancelledOrFailedRestoreLeftIsNeverKept() throws IOException {
    String condition = steps(SCRAPE, "actions/cache/save").get(0).path("if").asText();
    assertTrue(condition.contains("!cancelled()"), condition);
    assertTrue(condition.contains("steps.restore.outcome == 'success'"), condition);
    assertEquals("restore", steps(SCRAPE, "actions/cache/restore").get(0).path("id").asText());
  }
}
