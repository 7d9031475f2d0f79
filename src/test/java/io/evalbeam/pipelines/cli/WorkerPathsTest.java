package io.evalbeam.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.pipelines.evaluation.ingest.IngestEvals;
import io.evalbeam.pipelines.evaluation.ingest.IngestEvalsOptions;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerPathsTest {
  private static final String HERE = Path.of("").toAbsolutePath() + "/";

  private static EvalbeamOptions parse(String... arguments) {
    return CommandLine.parse(new IngestEvals(), List.of(arguments));
  }

  @Test
  void onAClusterRelativePathsStartHereAndOthersStay() {
    EvalbeamOptions options =
        parse(
            "--runner=FlinkRunner",
            "--flinkMaster=host:8081",
            "--input=runs/*/lite",
            "--output=/data/out",
            "--snapshot=hdfs://name/raw",
            "--benchmark=lite");
    IngestEvalsOptions ingest = options.as(IngestEvalsOptions.class);
    assertEquals(HERE + "runs/*/lite", ingest.getInput());
    assertEquals("/data/out", options.getOutput());
    assertEquals("hdfs://name/raw", ingest.getSnapshot());
    assertEquals("lite", ingest.getBenchmark());
  }

  @Test
  void defaultsAreResolvedToo() {
    EvalbeamOptions options = parse("--runner=FlinkRunner", "--flinkMaster=host:8081");
    assertEquals(HERE + "evalbeam-out", options.getOutput());
  }

  @Test
  void inThisProcessPathsStayAsTheyWereTyped() {
    assertEquals("out", parse("--output=out").getOutput());
    assertEquals("out", parse("--runner=FlinkRunner", "--output=out").getOutput());
  }
}
