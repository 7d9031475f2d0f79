package io.evalbeam.io.evaluation.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Sha256;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.EvaluationSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailCompactionTest {
  private static final Perturbation TYPOS = new Perturbation("typos", true, false);

  @TempDir Path folder;

  /** Even runs state everything and odd ones little; the number of rows differs. */
  private static void writeRun(DetailFileWriter writer, int number) throws IOException {
    String name = "run" + number;
    boolean full = number % 2 == 0;
    writer.begin(full ? EvaluationSamples.run(name) : EvaluationSamples.sparseRun(name));
    for (int i = 0; i < 50 + number; i++) {
      writer.write(
          full
              ? EvaluationSamples.response("id" + i, i % 3 == 0 ? null : TYPOS, 0, i % 2)
              : EvaluationSamples.sparseResponse("id" + i));
    }
  }

  private StagedFile write(int... runs) throws IOException {
    try (DetailFileWriter writer = new DetailFileWriter(folder.toString(), "merged.parquet")) {
      for (int run : runs) {
        writeRun(writer, run);
      }
      return writer.finish();
    }
  }

  private static DetailSlice slice(StagedFile file, Integer... runs) {
    return new DetailSlice(
        file.staged(), Stream.of(runs).map(run -> Sha256.of("run" + run)).toList());
  }

  private StagedFile merge(DetailSlice... slices) throws IOException {
    return DetailCompaction.copy(List.of(slices), folder.toString(), "merged.parquet");
  }

  private static void assertSame(StagedFile expected, StagedFile actual) {
    assertEquals(expected.sha256(), actual.sha256());
    assertEquals(expected.rows(), actual.rows());
    assertEquals(expected.target(), actual.target());
    assertEquals(expected.table(), actual.table());
  }

  @Test
  void mergedFilesHaveTheBytesOfOneThatWasWrittenAtOnce() throws IOException {
    StagedFile first = write(0, 1, 2);
    StagedFile second = write(3, 4, 5);
    assertSame(write(0, 1, 2, 3, 4, 5), merge(slice(first, 0, 1, 2), slice(second, 3, 4, 5)));
  }

  @Test
  void runsThatNobodyAskedForAreLeftOut() throws IOException {
    StagedFile first = write(0, 1, 2);
    StagedFile second = write(3, 4, 5);
    assertSame(write(1, 3, 5), merge(slice(first, 1), slice(second, 3, 5)));
    assertSame(write(4), merge(slice(first), slice(second, 4)));
  }

  @Test
  void theOrderIsTheOneGivenAndNotThatOfTheFile() throws IOException {
    StagedFile first = write(0, 1, 2);
    StagedFile second = write(3, 4);
    assertSame(write(2, 3, 0, 1), merge(slice(first, 2), slice(second, 3), slice(first, 0, 1)));
    assertSame(write(2, 1, 0), merge(slice(first, 2, 1, 0)));
  }

  @Test
  void noRunsGiveAFileWithoutRows() throws IOException {
    assertSame(write(), merge());
  }

  @Test
  void aRunThatIsNotInTheFileFails() throws IOException {
    StagedFile file = write(0, 1);
    IOException e = assertThrows(IOException.class, () -> merge(slice(file, 0, 7)));
    assertEquals(file.staged() + " has no row of run " + Sha256.of("run7"), e.getMessage());
  }

  @Test
  void filesOfSeveralRowGroupsMergeToTheSameBytes() throws IOException {
    StagedFile large = writeLarge();
    assertEquals(
        "2",
        DuckDb.rows(
                "SELECT count(DISTINCT row_group_id) AS n FROM parquet_metadata('"
                    + large.staged()
                    + "')")
            .get(0)
            .get("n"));
    StagedFile merged =
        DetailCompaction.copy(
            List.of(
                new DetailSlice(large.staged(), List.of(Sha256.of("large0"), Sha256.of("large1")))),
            folder.toString(),
            "merged.parquet");
    assertSame(large, merged);
  }

  private StagedFile writeLarge() throws IOException {
    Random random = new Random(3);
    try (DetailFileWriter writer = new DetailFileWriter(folder.toString(), "merged.parquet")) {
      for (int run = 0; run < 2; run++) {
        EvaluationRun header = EvaluationSamples.run("large" + run);
        writer.begin(header);
        for (int i = 0; i < 2_500; i++) {
          writer.write(large(i, random));
        }
      }
      return writer.finish();
    }
  }

  private static Response large(int number, Random random) {
    String text =
        random
            .ints(8_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    double[] values = {random.nextDouble(), random.nextInt(2), text.length()};
    return new Response(
        "id" + number,
        "id" + number,
        "test",
        null,
        null,
        0,
        text,
        List.of(),
        null,
        null,
        TextStatus.AVAILABLE,
        MetricValues.of(EvaluationSamples.METRICS, values),
        1L,
        2L,
        random.nextDouble(),
        "stop",
        false,
        1_700_000_000L + number);
  }
}
