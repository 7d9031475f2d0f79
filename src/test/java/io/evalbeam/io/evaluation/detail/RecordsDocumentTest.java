package io.evalbeam.io.evaluation.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.EvaluationSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/records.md says is so. */
class RecordsDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("evalbeam.root", "../.."));
  private static final EvaluationRun LIVE = EvaluationSamples.run("live");
  private static final EvaluationRun GONE = EvaluationSamples.run("gone");

  @TempDir Path folder;

  private String document = "";
  private Path detail = Path.of("");
  private Path runs = Path.of("");

  @BeforeEach
  void writeTables() throws IOException {
    document = Files.readString(ROOT.resolve("docs/records.md"));
    try (DetailFileWriter writer = new DetailFileWriter(folder.toString(), "part.parquet")) {
      writer.begin(GONE);
      writer.write(EvaluationSamples.response("id1", null, 0, 1));
      writer.begin(LIVE);
      writer.write(EvaluationSamples.response("id12", null, 0, 1));
      writer.write(EvaluationSamples.response("id12", new Perturbation("é", true, false), 0, 0));
      writer.write(EvaluationSamples.sparseResponse("last"));
      detail = Path.of(writer.finish().staged());
    }
    try (TableFileWriter<RunEntry> writer =
        new TableFileWriter<>(Table.of(RunEntry.class), folder.toString(), "runs.parquet")) {
      writer.write(entry(GONE, RunStatus.REMOVED));
      writer.write(entry(LIVE, RunStatus.LIVE));
      StagedFile file = writer.finish();
      runs = Path.of(file.staged());
    }
  }

  private static RunEntry entry(EvaluationRun run, RunStatus status) {
    return new RunEntry(
        run.header().source(),
        run.header().benchmark(),
        run.header().runName(),
        run.header().suite(),
        run.header().release(),
        run.runHash(),
        status,
        1,
        run.header().task(),
        run.header().modelName(),
        run.model().modelId(),
        1,
        0,
        0,
        null,
        "runs/" + run.header().runName(),
        1,
        run.ingestedAt(),
        List.of());
  }

  /** Rows of the document's n-th query. */
  private List<Map<String, @Nullable String>> query(int number) {
    Matcher blocks =
        Pattern.compile("^```sql\\n(.*?);\\n```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(document);
    List<String> queries = new ArrayList<>();
    while (blocks.find()) {
      queries.add(blocks.group(1));
    }
    return DuckDb.rows(
        queries
            .get(number)
            .replace("'evalbeam-out/detail/*.parquet'", DuckDb.table(detail))
            .replace("'evalbeam-out/runs/*/runs.parquet'", DuckDb.table(runs)));
  }

  @Test
  void itDescribesEveryColumnInOrder() {
    List<String> expected =
        Arrays.stream(DetailColumn.values())
            .map(
                column ->
                    String.format(
                        "| `%s` | %s | %s | %s |",
                        column.column(),
                        column.type().title(),
                        column.nullable() ? "yes" : "no",
                        column.description()))
            .toList();
    String heading = "| column | type | null | meaning |\n|---|---|---|---|\n";
    int start = document.indexOf(heading) + heading.length();
    assertEquals(
        expected, document.substring(start, document.indexOf("\n\n", start)).lines().toList());
  }

  @Test
  void theIdentifierCanBeRecomputed() {
    List<Map<String, @Nullable String>> rows = query(0);
    assertEquals(4, rows.size());
    for (Map<String, @Nullable String> row : rows) {
      assertEquals(row.get("evaluation_id"), row.get("recomputed"));
    }
  }

  @Test
  void onlyLiveRunsCount() {
    List<Map<String, @Nullable String>> rows = query(1);
    assertEquals(3, rows.size());
    for (Map<String, @Nullable String> row : rows) {
      assertEquals(LIVE.runHash(), row.get("run_hash"));
    }
  }

  @Test
  void theElevenColumnsFollow() {
    List<Map<String, @Nullable String>> rows = query(2);
    assertEquals(2, rows.size());
    Map<String, @Nullable String> row = rows.get(0);
    assertEquals(
        List.of(
            "evaluation_id",
            "dataset_name",
            "hf_split",
            "hf_index",
            "raw_input",
            "ground_truth",
            "model_name",
            "model_family",
            "output",
            "evaluation_method_name",
            "evaluation_score"),
        List.copyOf(row.keySet()));
    assertEquals("validation", row.get("hf_split"));
    assertEquals("12", row.get("hf_index"));
    assertEquals("B", row.get("ground_truth"));
    assertEquals("label_only_match", row.get("evaluation_method_name"));
    assertEquals("1.0", row.get("evaluation_score"));
    assertEquals(null, rows.get(1).get("hf_index"));
    assertEquals(null, rows.get(1).get("evaluation_score"));
  }
}
