package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the TaskManagers of a cluster have: of each quantity the worst among them.
 *
 * @param slots most slots of one TaskManager
 * @param heap bytes for the tasks of a TaskManager
 * @param network bytes of network memory of a TaskManager
 * @param bufferBytes size of a network buffer
 * @param keptBuffers buffers of a result that is kept until its reader starts
 */
record FlinkWorkers(int slots, long heap, long network, long bufferBytes, int keptBuffers) {

  /**
   * Asks a cluster.
   *
   * @return empty when it does not tell, or when its TaskManagers come only with the job
   */
  static Optional<FlinkWorkers> of(FlinkRest cluster) throws IOException {
    JsonNode managers =
        cluster.get("/taskmanagers").map(all -> all.path("taskmanagers")).orElse(null);
    if (managers == null || managers.isEmpty()) {
      return Optional.empty();
    }
    int slots = 0;
    long heap = Long.MAX_VALUE;
    long network = Long.MAX_VALUE;
    for (JsonNode manager : managers) {
      JsonNode memory = manager.path("memoryConfiguration");
      if (!memory.path("taskHeap").isNumber() || !memory.path("networkMemory").isNumber()) {
        return Optional.empty();
      }
      slots = Math.max(slots, manager.path("slotsNumber").asInt());
      heap = Math.min(heap, memory.path("taskHeap").asLong());
      network = Math.min(network, memory.path("networkMemory").asLong());
    }
    JsonNode settings = cluster.get("/jobmanager/config").orElse(null);
    String buffer = setting(settings, TaskManagerOptions.MEMORY_SEGMENT_SIZE.key());
    String kept =
        setting(settings, NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS.key());
    return Optional.of(
        new FlinkWorkers(
            slots,
            heap,
            network,
            buffer.isEmpty()
                ? TaskManagerOptions.MEMORY_SEGMENT_SIZE.defaultValue().getBytes()
                : MemorySize.parseBytes(buffer),
            kept.isEmpty()
                ? NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS.defaultValue()
                : Integer.parseInt(kept)));
  }

  /** A setting of the cluster; empty when it has Flink's default. */
  private static String setting(@Nullable JsonNode settings, String key) {
    if (settings != null) {
      for (JsonNode setting : settings) {
        if (setting.path("key").asText().equals(key)) {
          return setting.path("value").asText();
        }
      }
    }
    return "";
  }
}
