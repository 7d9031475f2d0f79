package io.evalbeam.pipelines.run;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;

/** Compares the heap that a stage needs with what its processes have, before it runs. */
final class HeapCheck {
  private HeapCheck() {}

  /**
   * Returns when the heap suffices.
   *
   * @param heap bytes that this process may use
   * @throws InvalidConfigurationException with what to set
   */
  static void check(PipelineOptions options, MemoryNeed need, long heap) {
    Optional<FlinkCluster> cluster = FlinkCluster.of(options);
    cluster.ifPresent(workers -> workers.checkHeap(need));
    int tasks = cluster.isPresent() ? 0 : localTasks(options);
    long needed = need.heap(tasks);
    if (needed > heap) {
      String fewer = tasks > 1 ? ", or run fewer than " + tasks + " tasks at once" : "";
      throw new InvalidConfigurationException(
          List.of(
              "memory: this input needs a heap of at least %d MB, the virtual machine has %d; give it -Xmx%dm or more%s"
                  .formatted(
                      MemoryNeed.megabytes(needed),
                      heap >> 20,
                      MemoryNeed.megabytes(needed + needed / 4),
                      fewer)));
    }
  }

  /** Tasks that work in this process at once; one when another runner decides. */
  private static int localTasks(PipelineOptions options) {
    if (options.getRunner().equals(DirectRunner.class)) {
      return options.as(DirectOptions.class).getTargetParallelism();
    }
    if (options.getRunner().equals(FlinkRunner.class)) {
      int parallelism = options.as(FlinkPipelineOptions.class).getParallelism();
      return parallelism > 0 ? parallelism : Runtime.getRuntime().availableProcessors();
    }
    return 1;
  }
}
