package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.PrintedTable;
import io.evalbeam.testing.SampleSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers a run prints add up and are those of the tables. */
class EstimateStatisticsTest {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(\\d+) rows of (\\d+) sources, (\\d+) linked, (\\d+) rejected; (\\d+) models, (\\d+) issues");
  private static final Pattern CLASSES =
      Pattern.compile(
          "classes: high_confidence_above (\\d+), not_sure (\\d+), high_confidence_below (\\d+)");

  @TempDir Path folder;

  @Test
  void everyTotalIsTheSumOfItsParts() throws IOException {
    Path output = folder.resolve("out");
    CommandRun collected =
        CommandRun.of(
            "collect-models",
            "--sources=" + SampleSources.copyTo(folder.resolve("data")),
            "--output=" + output,
            "--asOf=2026-01-01");
    CommandRun run = CommandRun.of("estimate-flops", "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    Matcher summary = SUMMARY.matcher(run.output());
    assertTrue(summary.find(), run.output());
    long kept = PrintedTable.of(collected.output()).number("total", "kept");
    assertEquals(kept, number(summary, 1));
    assertEquals(number(summary, 1), number(summary, 3) + number(summary, 4));
    long models = number(summary, 5);
    assertEquals(models, count(output, "models", ""));
    assertEquals(number(summary, 3), count(output, "entity_observations", ""));

    PrintedTable methods = PrintedTable.of(run.output());
    List<String> confidences = List.of("high", "medium", "low", "speculative");
    for (String method : methods.names()) {
      long chosen = confidences.stream().mapToLong(c -> methods.number(method, c)).sum();
      assertEquals(methods.number(method, "chosen"), chosen, method);
      if (!method.equals("total")) {
        String where = " where lower(method) = '" + method + "'";
        assertEquals(count(output, "flop_estimates", where), methods.number(method, "estimates"));
        assertEquals(count(output, "models", where), methods.number(method, "chosen"));
      }
    }
    for (String column : List.of("estimates", "chosen", "high", "medium", "low", "speculative")) {
      long sum =
          methods.names().stream()
              .filter(method -> !method.equals("total"))
              .mapToLong(method -> methods.number(method, column))
              .sum();
      assertEquals(sum, methods.number("total", column), column);
    }
    assertEquals(models, methods.number("total", "chosen"));

    Matcher classes = CLASSES.matcher(run.output());
    assertTrue(classes.find(), run.output());
    assertEquals(models, number(classes, 1) + number(classes, 2) + number(classes, 3));
    assertEquals(
        number(classes, 1),
        count(output, "models", " where lower(threshold_class) = 'high_confidence_above'"));
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private static long count(Path output, String table, String where) {
    Path file = output.resolve("estimated").resolve(table + ".parquet");
    return Long.parseLong(
        String.valueOf(
            DuckDb.rows("select count(*) as n from " + DuckDb.table(file) + where)
                .get(0)
                .get("n")));
  }
}
