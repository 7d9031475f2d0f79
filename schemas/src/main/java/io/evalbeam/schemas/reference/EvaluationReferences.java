package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reference files of evaluation: those that are shipped, or a user's in their place.
 *
 * @param replaced texts of the user's files by name
 */
public record EvaluationReferences(Map<String, String> replaced) implements Serializable {
  /** Names of the files. */
  public static final List<String> FILES = List.of(MetricCatalog.FILE, ReleaseSchemas.FILE);

  /** Other files are left out. */
  public EvaluationReferences {
    replaced = new TreeMap<>(replaced);
    replaced.keySet().retainAll(FILES);
  }

  /**
   * Names, directions and kinds of metrics.
   *
   * @throws InvalidConfigurationException with every problem of the file
   */
  public MetricCatalog metrics() {
    return MetricCatalog.load(replaced);
  }

  /**
   * What releases publish.
   *
   * @throws InvalidConfigurationException with every problem of the file
   */
  public ReleaseSchemas releaseSchemas() {
    return ReleaseSchemas.load(replaced);
  }
}
