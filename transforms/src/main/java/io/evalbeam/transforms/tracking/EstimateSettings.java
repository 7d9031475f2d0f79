package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.reference.BenchmarkCatalog;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What estimates depend on besides the evidence.
 *
 * @param stage command, for counts
 * @param library reference data of the direct methods
 * @param benchmarksText YAML of the benchmark catalogue; null for the one shipped with Evalbeam
 * @param threshold of the class, FLOP
 * @param updatedAt moment of the run, ISO date-time with Z
 */
public record EstimateSettings(
    String stage,
    ReferenceLibrary library,
    @Nullable String benchmarksText,
    double threshold,
    String updatedAt)
    implements Serializable {

  /** Name of the catalogue's file, for messages and replacements. */
  public static final String BENCHMARKS_FILE = "benchmarks.yaml";

  /**
   * Makes sure that everything can be read on a worker.
   *
   * @throws io.evalbeam.schemas.reference.InvalidConfigurationException when something cannot
   */
  public void check() {
    benchmarks();
  }

  BenchmarkCatalog benchmarks() {
    return benchmarksText == null
        ? BenchmarkCatalog.bundled()
        : BenchmarkCatalog.parse(BENCHMARKS_FILE, benchmarksText);
  }
}
