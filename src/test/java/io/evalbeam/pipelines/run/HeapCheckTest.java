package io.evalbeam.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class HeapCheckTest {
  private static final long MEGABYTE = 1 << 20;
  private static final MemoryNeed NEED = new MemoryNeed(100 * MEGABYTE, 50 * MEGABYTE);

  private static PipelineOptions options(String... arguments) {
    return PipelineOptionsFactory.fromArgs(arguments).create();
  }

  private static List<String> problems(PipelineOptions options, long heap) {
    return assertThrows(
            InvalidConfigurationException.class, () -> HeapCheck.check(options, NEED, heap))
        .problems();
  }

  @Test
  void oneProcessHoldsItsTasksAndAllRuns() {
    PipelineOptions options = options("--runner=DirectRunner", "--targetParallelism=3");
    long needed = NEED.heap(3);
    assertDoesNotThrow(() -> HeapCheck.check(options, NEED, needed));
    assertEquals(
        List.of(
            "memory: this input needs a heap of at least %d MB, the virtual machine has %d; give it -Xmx%dm or more, or run fewer than 3 tasks at once"
                .formatted(
                    needed / MEGABYTE,
                    needed / MEGABYTE - 1,
                    MemoryNeed.megabytes(needed + needed / 4))),
        problems(options, needed - 1));
  }

  @Test
  void embeddedFlinkRunsAsManyTasksAsItHasSlots() {
    PipelineOptions options = options("--runner=FlinkRunner", "--parallelism=4");
    assertDoesNotThrow(() -> HeapCheck.check(options, NEED, NEED.heap(4)));
    assertEquals(1, problems(options, NEED.heap(4) - 1).size());
  }

  @Test
  void theNeedGrowsWithRunsAndTasks() {
    assertEquals(1_000 * MemoryNeed.ofIngestion(1).runs(), MemoryNeed.ofIngestion(1_000).runs());
    MemoryNeed need = MemoryNeed.ofAggregation(10);
    assertEquals(need.task(), need.heap(3) - need.heap(2));
  }
}
