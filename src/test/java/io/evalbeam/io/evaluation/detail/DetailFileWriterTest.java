package io.evalbeam.io.evaluation.detail;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.EvaluationIds;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.EvaluationSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailFileWriterTest {
  private static final EvaluationRun RUN = EvaluationSamples.run("birds:model=lab_tern-7b");

  @TempDir Path folder;

  private StagedFile write(EvaluationRun run, Response... responses) throws IOException {
    try (DetailFileWriter writer = new DetailFileWriter(folder.toString(), "d/part.parquet")) {
      writer.begin(run);
      for (Response response : responses) {
        writer.write(response);
      }
      assertEquals(responses.length, writer.rows());
      return writer.finish();
    }
  }

  private static List<Map<String, @Nullable String>> query(StagedFile file, String columns) {
    return DuckDb.rows("SELECT " + columns + " FROM " + DuckDb.table(Path.of(file.staged())));
  }

  private static Response with(
      @Nullable String input, List<Reference> references, TextStatus status, MetricValues metrics) {
    return new Response(
        "id1",
        "id1",
        null,
        null,
        null,
        0,
        input,
        references,
        null,
        null,
        status,
        metrics,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void everyColumnHasWhatRunAndResponseState() throws IOException {
    Response response =
        EvaluationSamples.response("id7", new Perturbation("typos", true, false), 1, 1);
    StagedFile file = write(RUN, response);
    Map<String, @Nullable String> row =
        query(file, "* REPLACE (epoch_ms(evaluated_at) AS evaluated_at)").get(0);
    assertEquals(
        List.of(DetailColumn.values()).stream().map(DetailColumn::column).toList(),
        List.copyOf(row.keySet()));
    assertEquals(EvaluationIds.of(RUN.header()).id(response), row.get("evaluation_id"));
    assertEquals(RUN.runHash(), row.get("run_hash"));
    assertEquals("[{name=subject, value=terns}]", row.get("arguments"));
    assertEquals("[birds, birds_terns]", row.get("groups"));
    assertEquals("m_tern", row.get("model_id"));
    assertEquals("5", row.get("shots"));
    assertEquals("0.7", row.get("temperature"));
    assertEquals("typos", row.get("perturbation"));
    assertEquals("true", row.get("robustness"));
    assertEquals("false", row.get("fairness"));
    assertEquals("1", row.get("trial"));
    assertEquals("[{text=tern, correct=false}, {text=auk, correct=true}]", row.get("references"));
    assertEquals("[auk]", row.get("ground_truth"));
    assertEquals("B", row.get("ground_truth_letter"));
    assertEquals(" B\n", row.get("output"));
    assertEquals("AVAILABLE", row.get("text_status"));
    assertEquals("exact_match", row.get("metric"));
    assertEquals("1.0", row.get("score"));
    assertEquals("false", row.get("lower_is_better"));
    assertEquals("{quasi_exact_match=1.0, exact_match=1.0, bytes=4.5}", row.get("metrics"));
    assertEquals("210", row.get("prompt_tokens"));
    assertEquals("true", row.get("correct"));
    assertEquals("1700000000000", row.get("evaluated_at"));
    assertEquals(
        "2026-01-02 03:04:05",
        query(file, "strftime(ingested_at::TIMESTAMP, '%Y-%m-%d %H:%M:%S') AS t").get(0).get("t"));
  }

  @Test
  void whatIsNotStatedIsNull() throws IOException {
    StagedFile file =
        write(EvaluationSamples.sparseRun("r"), EvaluationSamples.sparseResponse("id1"));
    Map<String, @Nullable String> row = query(file, "*").get(0);
    for (DetailColumn column : DetailColumn.values()) {
      assertEquals(column.nullable(), row.get(column.column()) == null, column.column());
    }
    assertEquals("[]", row.get("groups"));
    assertEquals("{}", row.get("metrics"));
  }

  @Test
  void anEmptyTextIsNotNullAndTextsKeepEveryCharacter() throws IOException {
    String odd = "\u0000\n'\"\\\u00e9\u4e2d\ud83d\ude00";
    StagedFile file =
        write(
            RUN,
            with("", List.of(), TextStatus.AVAILABLE, MetricValues.NONE),
            with(odd, List.of(new Reference("", true)), TextStatus.MISSING, MetricValues.NONE));
    List<Map<String, @Nullable String>> rows =
        query(file, "raw_input, len(\"references\") AS n, len(ground_truth) AS t");
    assertEquals("", rows.get(0).get("raw_input"));
    assertEquals("0", rows.get(0).get("n"));
    assertEquals("0", rows.get(0).get("t"));
    assertEquals(odd, rows.get(1).get("raw_input"));
    assertEquals("1", rows.get(1).get("n"));
  }

  @Test
  void theLetterIsOfTheFirstCorrectOfSeveralReferences() throws IOException {
    Reference wrong = new Reference("no", false);
    Reference right = new Reference("yes", true);
    StagedFile file =
        write(
            RUN,
            with("q", List.of(right), TextStatus.AVAILABLE, MetricValues.NONE),
            with("q", List.of(wrong, wrong), TextStatus.AVAILABLE, MetricValues.NONE),
            with("q", List.of(wrong, right, right), TextStatus.AVAILABLE, MetricValues.NONE));
    List<Map<String, @Nullable String>> rows = query(file, "ground_truth_letter, ground_truth");
    assertNull(rows.get(0).get("ground_truth_letter"));
    assertEquals("[yes]", rows.get(0).get("ground_truth"));
    assertNull(rows.get(1).get("ground_truth_letter"));
    assertEquals("[]", rows.get(1).get("ground_truth"));
    assertEquals("B", rows.get(2).get("ground_truth_letter"));
    assertEquals("[yes, yes]", rows.get(2).get("ground_truth"));
  }

  @Test
  void metricsKeepTheirOrderTheirBitsAndTheirGaps() throws IOException {
    List<String> names = List.of("z", "gap", "a", "exact_match", "late");
    double[] values = {Double.MIN_VALUE, Double.NaN, 2.2e-308, 0.1 + 0.2};
    StagedFile file =
        write(RUN, with("q", List.of(), TextStatus.AVAILABLE, MetricValues.of(names, values)));
    Map<String, @Nullable String> row =
        query(file, "map_keys(metrics) AS keys, metrics['z'] AS z, metrics['a'] AS a, score")
            .get(0);
    assertEquals("[z, a, exact_match]", row.get("keys"));
    assertEquals(Double.MIN_VALUE, Double.parseDouble(requireNonNull(row.get("z"))));
    assertEquals(2.2e-308, Double.parseDouble(requireNonNull(row.get("a"))));
    assertEquals(0.1 + 0.2, Double.parseDouble(requireNonNull(row.get("score"))));
  }

  @Test
  void equalRowsGiveEqualBytesAndTheirHash() throws IOException {
    Response response = EvaluationSamples.response("id1", null, 0, 0);
    StagedFile first = write(RUN, response);
    StagedFile second = write(RUN, response);
    assertEquals(Hashes.ofFile(second.staged()), first.sha256());
    assertEquals(
        new StagedFile(
            first.staged(),
            "d/part.parquet",
            "detail",
            1,
            Files.size(Path.of(first.staged())),
            second.sha256()),
        first);
  }

  @Test
  void aTextOfMegabytesComesBack() throws IOException {
    String text = "\u00e9".repeat(3_000_000);
    StagedFile file = write(RUN, with(text, List.of(), TextStatus.AVAILABLE, MetricValues.NONE));
    assertEquals(text, query(file, "raw_input").get(0).get("raw_input"));
  }

  @Test
  void aFileWithoutRowsHasItsColumns() throws IOException {
    StagedFile file = write(RUN);
    assertEquals(0, file.rows());
    assertTrue(query(file, "evaluation_id, metrics").isEmpty());
  }

  @Test
  void aResponseBelongsToARun() throws IOException {
    try (DetailFileWriter writer = new DetailFileWriter(folder.toString(), "d/part.parquet")) {
      Response response = EvaluationSamples.response("id1", null, 0, 0);
      assertThrows(NullPointerException.class, () -> writer.write(response));
    }
  }

  @Test
  void theFileCarriesTheDocumentation() throws IOException {
    String metadata =
        "SELECT decode(value) AS value FROM parquet_kv_metadata('"
            + write(RUN).staged()
            + "') WHERE decode(key) = 'parquet.avro.schema'";
    String schema = requireNonNull(DuckDb.rows(metadata).get(0).get("value"));
    for (DetailColumn column : DetailColumn.values()) {
      assertTrue(schema.contains("\"doc\":\"" + column.description() + "\""), column.column());
    }
    assertTrue(schema.contains("\"evalbeam.key\":\"evaluation_id\""));
  }
}
