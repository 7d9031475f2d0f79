package io.evalbeam.pipelines.run;

/**
 * Heap that a stage needs at least, in bytes. Process and ingested run are rounded down from
 * measurements (docs/flink.md says which), the others are floors that were not measured apart. What
 * is let through may still be slow.
 *
 * @param task what every task that runs at once needs for itself
 * @param runs what a worker and the client need to know of all runs
 */
public record MemoryNeed(long task, long runs) {
  private static final long MEGABYTE = 1 << 20;

  /** A virtual machine with Beam and the formats loaded. */
  private static final long PROCESS = 24 * MEGABYTE;

  /** Buffers of the readers, and of the columns of three Parquet files. */
  private static final long TASK = 8 * MEGABYTE;

  /** Names and hashes of a run's eight files, on the worker that plans and in the result. */
  private static final long INGESTED_RUN = 20 * 1024;

  /** A register entry, and what a task keeps of a model. */
  private static final long AGGREGATED_RUN = 4 * 1024;

  /** Need of an ingestion of this many runs. */
  public static MemoryNeed ofIngestion(long runs) {
    return new MemoryNeed(TASK, runs * INGESTED_RUN);
  }

  /** Need of an aggregation of this many runs. */
  public static MemoryNeed ofAggregation(long runs) {
    return new MemoryNeed(TASK, runs * AGGREGATED_RUN);
  }

  /** Heap of a process with this many tasks at once; none in a client. */
  long heap(int tasks) {
    return PROCESS + tasks * task + runs;
  }

  /** Heap for tasks alone, as Flink counts it. */
  long taskHeap(int tasks) {
    return tasks * task + runs;
  }

  /** Whole megabytes, rounded up. */
  static long megabytes(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE;
  }
}
