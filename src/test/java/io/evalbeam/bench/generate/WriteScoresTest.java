package io.evalbeam.bench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteScoresTest {
  private static final String KEY = "dataset_name, subject, model_id, metric, split";

  @TempDir Path folder;

  @Test
  void statisticsAreThoseOfTheDetail() throws IOException {
    Path input = folder.resolve("input");
    Path output = folder.resolve("output");
    ScorePlan plan = plan(24, 4, ScorePlan.Order.TASK);
    WriteScores.write(plan, input, 2);

    CommandRun run =
        CommandRun.of(
            "aggregate-stats", "--source=generated", "--input=" + input, "--output=" + output);

    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    String detail = DuckDb.table(input.resolve("detail/*.parquet"));
    assertEquals(
        List.of(Long.toString(plan.rows())), texts("select count(*)::varchar as t from " + detail));
    List<String> cells =
        texts(
            "select concat_ws('|', "
                + KEY
                + ", count(*), round(avg(score), 9), min(score),"
                + " max(score), round(stddev(score), 9)) as t from "
                + detail
                + " group by "
                + KEY
                + " order by t");
    assertEquals(plan.runs(), cells.size());
    assertEquals(
        cells,
        texts(
            "select concat_ws('|', "
                + KEY
                + ", n, round(mean, 9), min, max, round(sd, 9)) as t from "
                + DuckDb.table(output.resolve("statistics/comprehensive_stats_*.parquet"))
                + " where main_metric order by t"));
  }

  @Test
  void threadsDoNotShow() throws IOException {
    WriteScores.write(plan(24, 4, ScorePlan.Order.MODEL), folder.resolve("one"), 1);
    WriteScores.write(plan(24, 4, ScorePlan.Order.MODEL), folder.resolve("three"), 3);

    assertEquals(
        OutputTree.contents(folder.resolve("one")), OutputTree.contents(folder.resolve("three")));
  }

  @Test
  void oneShardMoreLeavesTheOthersAsTheyAre() throws IOException {
    WriteScores.write(plan(18, 3, ScorePlan.Order.TASK), folder.resolve("three"), 2);
    WriteScores.write(plan(24, 4, ScorePlan.Order.TASK), folder.resolve("four"), 2);

    var before = OutputTree.published(folder.resolve("three"));
    var after = OutputTree.published(folder.resolve("four"));

    before.keySet().removeIf(path -> path.startsWith("runs/"));
    assertTrue(after.entrySet().containsAll(before.entrySet()));
  }

  private static ScorePlan plan(int runs, int shards, ScorePlan.Order order) {
    return new ScorePlan(4, 6, 30, shards, runs, order, 3);
  }

  private static List<String> texts(String sql) {
    return DuckDb.rows(sql).stream().map(row -> String.valueOf(row.get("t"))).toList();
  }
}
