package io.evalbeam.bench.micro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroTableTest {
  private static final String RESULTS =
      """
      [{"benchmark": "io.evalbeam.bench.micro.Summation.exactSum",
        "primaryMetric": {"score": 30.0, "scoreError": 1.5, "scoreUnit": "us/op"}},
       {"benchmark": "io.evalbeam.bench.micro.Summation.peerPlainSum",
        "primaryMetric": {"score": 8.0, "scoreError": "NaN", "scoreUnit": "us/op"}},
       {"benchmark": "io.evalbeam.bench.micro.Alone.it",
        "primaryMetric": {"score": 2.4, "scoreError": 0.1, "scoreUnit": "ms/op"}}]""";

  @TempDir Path folder;

  @Test
  void everyBenchmarkStandsBesideItsPeer() throws IOException {
    Path json = Files.writeString(folder.resolve("micro.json"), RESULTS);
    assertEquals(
        """
        | operation | unit | score | error | ratio to peer |
        |---|---|---:|---:|---:|
        | `Summation.exactSum` | us/op | 30.00 | 1.50 | 3.75 |
        | `Summation.peerPlainSum` | us/op | 8.00 |  |  |
        | `Alone.it` | ms/op | 2.40 | 0.10 |  |
        """,
        MicroTable.of(json).markdown());
  }
}
