package io.evalbeam.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Answers as those of Flink 1.19 with Beam's runner. */
class FlinkJobStatusTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String JOB =
      """
      {"state": "RUNNING", "vertices": [
        {"status": "FINISHED", "name": "CHAIN DataSource (at Impulse (x)) -> FlatMap (FlatMap at FindRuns)"},
        {"status": "RUNNING", "name": "CHAIN GroupReduce (GroupReduce at SpreadParts/GroupByKey) -> FlatMap (FlatMap at WriteParts)"},
        {"status": "RUNNING", "name": "FlatMap (FlatMap at WriteParts.out3)"},
        {"status": "RUNNING", "name": "DataSink"},
        {"status": "CREATED", "name": "FlatMap (FlatMap at DescribeRuns)"}]}
      """;

  /** 12,677,622 bytes as the runner encodes them, and a counter of somebody else. */
  private static final String ACCUMULATORS =
      """
      {"user-task-accumulators": [{"name": "__metricscontainers", "value": "{\\"metrics\\": {\\"attempted\\": [
        {\\"payload\\": \\"9uOFBg==\\", \\"labels\\": {\\"NAMESPACE\\": \\"evalbeam\\", \\"NAME\\": \\"bytes_read\\"}},
        {\\"payload\\": \\"9uOFBg==\\", \\"labels\\": {\\"NAMESPACE\\": \\"evalbeam\\", \\"NAME\\": \\"bytes_planned\\"}},
        {\\"payload\\": \\"AQ==\\", \\"labels\\": {\\"NAMESPACE\\": \\"beam\\", \\"NAME\\": \\"bytes_read\\"}}]}}"}]}
      """
          .replace("[\n", "[")
          .replace("},\n", "},");

  private static final String EXCEPTIONS =
      """
      {"exceptionHistory": {"entries": [
        {"stacktrace": "java.io.IOException: File too large\\n\\tat a.b"},
        {"stacktrace": "java.io.IOException: earlier"}]}}
      """;

  private static FlinkJobStatus status(String accumulators, String exceptions) throws IOException {
    return FlinkJobStatus.of(
        JSON.readTree(JOB), JSON.readTree(accumulators), JSON.readTree(exceptions));
  }

  @Test
  void stepsCountersAndTheLastErrorAreTold() throws IOException {
    assertEquals(
        new FlinkJobStatus(
            1,
            5,
            new TreeSet<>(Set.of("DataSink", "WriteParts")),
            12_677_622,
            12_677_622,
            "java.io.IOException: File too large"),
        status(ACCUMULATORS, EXCEPTIONS));
  }

  @Test
  void theLineSaysWhatIsKnown() throws IOException {
    assertEquals(
        "ingest: 1 of 5 steps done, now DataSink, WriteParts",
        FlinkJobWatch.line("ingest", status("{}", "{}"), 2));
    assertEquals(
        "ingest: 1 of 5 steps done, now DataSink, WriteParts; read 12.7 of 12.7 MB, 6.3 MB/s",
        FlinkJobWatch.line("ingest", status(ACCUMULATORS, "{}"), 2));
  }
}
