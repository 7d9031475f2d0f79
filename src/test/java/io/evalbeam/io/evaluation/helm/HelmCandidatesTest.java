package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmCandidatesTest {
  @TempDir Path output;

  private static List<String> locations(Candidates candidates) {
    return candidates.candidates().stream().map(RunCandidate::location).toList();
  }

  private Path suite(String name) {
    return output.resolve("runs").resolve(name);
  }

  private void release(String name, String content) throws IOException {
    Path folder = Files.createDirectories(output.resolve("releases").resolve(name));
    Files.writeString(folder.resolve("runs_to_run_suites.json"), content);
  }

  @Test
  void aRunIsFoundFromEveryFolderAbove() throws IOException {
    Path run = HelmRunFixture.of("tern-1b").write(suite("v1.0.0"));
    String name = run.getFileName().toString();
    assertEquals(List.of("runs/v1.0.0/" + name), locations(HelmReading.candidates(output, null)));
    assertEquals(List.of(name), locations(HelmReading.candidates(suite("v1.0.0"), null)));
    assertEquals(List.of(""), locations(HelmReading.candidates(run, null)));
    assertEquals("v1.0.0", HelmReading.find(run).header().suite());
  }

  @Test
  void onlyFilesThatAreReadBelongToARun() throws IOException {
    Path run = HelmRunFixture.of("tern-1b").write(suite("v1.0.0"));
    Files.writeString(run.resolve("notes.txt"), "x");
    List<String> files =
        HelmReading.candidates(run, null).candidates().get(0).files().stream()
            .map(ListedFile::relative)
            .toList();
    assertEquals(
        List.of(
            "display_predictions.json",
            "instances.json",
            "per_instance_stats.json",
            "run_spec.json",
            "scenario.json",
            "scenario_state.json",
            "stats.json"),
        files);
  }

  @Test
  void cachesAndGroupsAreNoRuns() throws IOException {
    HelmRunFixture.of("tern-1b").write(suite("v1.0.0").resolve("eval_cache"));
    Files.createDirectories(suite("v1.0.0").resolve("groups"));
    Files.writeString(suite("v1.0.0").resolve("groups/coast.json"), "[]");
    Candidates found = HelmReading.candidates(output, null);
    assertEquals(List.of(), found.candidates());
    assertEquals(List.of(), found.issues());
  }

  @Test
  void resultsWithoutASpecificationAreAnIssue() throws IOException {
    Path run = HelmRunFixture.of("tern-1b").write(suite("v1.0.0"));
    Files.delete(run.resolve("run_spec.json"));
    Candidates found = HelmReading.candidates(output, null);
    assertEquals(List.of(), found.candidates());
    assertEquals(1, found.issues().size());
    Issue issue = found.issues().get(0);
    assertEquals(IssueCode.RUN_UNIDENTIFIED, issue.code());
    assertEquals("runs/v1.0.0/" + run.getFileName(), issue.source());
  }

  @Test
  void theReleaseNamesRunsAndTheirSuite() throws IOException {
    HelmRunFixture tern = HelmRunFixture.of("tern-1b");
    tern.write(suite("v1.9.0"));
    tern.write(suite("v1.10.0"));
    HelmRunFixture.of("puffin-2b").write(suite("v1.10.0"));
    release("v2", "{\"" + tern.name() + "\": \"v1.9.0\"}");
    List<IdentifiedRuns> identified = HelmReading.identify(output, "v2");
    assertEquals(1, identified.stream().mapToInt(IdentifiedRuns::ignored).sum());
    List<FoundRun> runs = identified.stream().flatMap(i -> i.runs().stream()).toList();
    assertEquals(2, runs.size());
    FoundRun later = runs.get(0);
    FoundRun named = runs.get(1);
    assertEquals("v1.10.0", later.header().suite());
    assertEquals("v1.9.0", named.header().suite());
    assertEquals("v2", named.header().release());
    assertTrue(named.precedence().compareTo(later.precedence()) > 0);
    // Contents are equal, but each suite has rows of its own.
    assertNotEquals(later.runHash(), named.runHash());
  }

  @Test
  void withoutAReleaseTheLaterSuitePrecedes() throws IOException {
    HelmRunFixture.of("tern-1b").write(suite("v1.9.0"));
    HelmRunFixture.of("tern-1b").write(suite("v1.10.0"));
    List<IdentifiedRuns> identified = HelmReading.identify(output, null);
    assertTrue(
        identified
                .get(0)
                .runs()
                .get(0)
                .precedence()
                .compareTo(identified.get(1).runs().get(0).precedence())
            > 0);
  }

  @Test
  void anUnknownReleaseIsOneIssueAndNoRun() throws IOException {
    HelmRunFixture.of("tern-1b").write(suite("v1.0.0"));
    release("v2", "{}");
    Candidates found = HelmReading.candidates(output, "v3");
    assertEquals(List.of(), found.candidates());
    assertEquals(
        List.of(IssueCode.SOURCE_UNAVAILABLE), found.issues().stream().map(Issue::code).toList());
  }

  @Test
  void runsBesideTheOutputOfTheReleaseAreIgnoredAndCounted() throws IOException {
    HelmRunFixture tern = HelmRunFixture.of("tern-1b");
    tern.write(output.resolve("lite/runs/v1"));
    tern.write(output.resolve("classic/runs/v1"));
    Path index = Files.createDirectories(output.resolve("lite/releases/v1"));
    Files.writeString(
        index.resolve("runs_to_run_suites.json"), "{\"" + tern.name() + "\": \"v1\"}");
    List<IdentifiedRuns> identified = HelmReading.identify(output, "v1");
    assertEquals(List.of(1, 0), identified.stream().map(IdentifiedRuns::ignored).toList());
    assertEquals(1, identified.get(1).runs().size());
  }

  @Test
  void aDamagedIndexIsOneIssueAndNoRun() throws IOException {
    HelmRunFixture.of("tern-1b").write(suite("v1.0.0"));
    release("v2", "{\"coast:");
    Candidates found = HelmReading.candidates(output, "v2");
    assertEquals(List.of(), found.candidates());
    assertEquals(List.of(IssueCode.PARSE_ERROR), found.issues().stream().map(Issue::code).toList());
  }

  @Test
  void numbersInSuitesCountByTheirValue() {
    assertTrue(SuiteOrder.natural("v1.9.0").compareTo(SuiteOrder.natural("v1.10.0")) < 0);
    assertTrue(SuiteOrder.natural("v0.2").compareTo(SuiteOrder.natural("v0.2.1")) < 0);
    assertEquals(SuiteOrder.natural("v01"), SuiteOrder.natural("v1"));
    assertTrue(SuiteOrder.natural("2024-09-30").compareTo(SuiteOrder.natural("2024-10-01")) < 0);
  }
}
