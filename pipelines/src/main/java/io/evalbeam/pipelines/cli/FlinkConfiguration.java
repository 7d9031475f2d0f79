package io.evalbeam.pipelines.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What Flink is configured with unless the user names a configuration.
 *
 * <p>Inside this process it needs no delegation tokens, and asking for them fails on Java 24 and
 * later. Memory there: Flink's defaults, 64 MB for the network and 128 MB for sorting, end at about
 * 16 slots: every slot of a stage keeps buffers for every slot of the next.
 *
 * <p>For a cluster only the restart strategy of the job is set: a cluster that names none of its
 * own would fail the job with the first lost worker.
 */
final class FlinkConfiguration {
  private static final int LEAST_NETWORK_MEGABYTES = 64;
  private static final int LEAST_SORT_MEGABYTES = 128;
  private static final int NETWORK_MEGABYTES_PER_SLOT = 8;
  private static final int SORT_MEGABYTES_PER_SLOT = 16;

  private FlinkConfiguration() {}

  /**
   * Configuration of Flink in this process.
   *
   * @param slots tasks of one stage that run at once
   * @param heapMegabytes largest heap of this process; 40 % of it again may be used for sorting, as
   *     Flink itself has it
   */
  static String embedded(int slots, long heapMegabytes) {
    long network = Math.max(LEAST_NETWORK_MEGABYTES, NETWORK_MEGABYTES_PER_SLOT * slots);
    long sort =
        Math.max(
            heapMegabytes * 2 / 5, Math.max(LEAST_SORT_MEGABYTES, SORT_MEGABYTES_PER_SLOT * slots));
    return String.format(
        Locale.ROOT,
        """
        taskmanager.memory.network.min: %1$dmb
        taskmanager.memory.network.max: %1$dmb
        taskmanager.memory.managed.size: %2$dmb
        security.delegation.tokens.enabled: false
        """,
        network,
        sort);
  }

  /** Configuration of a client: three restarts, as long as the slots that are left suffice. */
  static String client() {
    return """
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 3
        restart-strategy.fixed-delay.delay: 2 s
        """;
  }

  /** Writes a configuration where Flink wants it: in a folder, which goes with the process. */
  static Path write(String configuration) {
    try {
      Path folder = Files.createTempDirectory("evalbeam-flink");
      folder.toFile().deleteOnExit();
      Path file = Files.writeString(folder.resolve("flink-conf.yaml"), configuration);
      file.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for Flink's configuration", e);
    }
  }
}
