package io.evalbeam.matrix;

import java.util.List;

/** Where the workers run. */
public enum Runner {
  DIRECT,
  EMBEDDED_FLINK,
  /** A Flink cluster of processes of its own. */
  CLUSTER;

  /** Options of a command line; who submits to a cluster adds its address. */
  public List<String> options(int parallelism) {
    return switch (this) {
      case DIRECT -> List.of("--targetParallelism=" + parallelism);
      case EMBEDDED_FLINK ->
          List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=" + parallelism);
      case CLUSTER -> List.of("--parallelism=" + parallelism);
    };
  }
}
