package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.FoundRun;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A model and a data set, both as found; what one results file is about. */
record ModelDataset(String model, String dataset) implements Comparable<ModelDataset> {
  private static final Comparator<ModelDataset> ORDER =
      Comparator.comparing(ModelDataset::model).thenComparing(ModelDataset::dataset);

  /**
   * Divides a path below {@code results/} or {@code predictions/}. Both names may hold slashes: the
   * longest known model counts, else all segments but the last.
   *
   * @param path without extension
   * @param models known models
   * @param isDataset whether a name with slashes is a data set
   * @return empty for files that belong to no data set, such as an evaluator's scratch
   */
  static Optional<ModelDataset> of(String path, Set<String> models, Predicate<String> isDataset) {
    int last = path.lastIndexOf('/');
    for (int end = last; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (models.contains(path.substring(0, end))) {
        String dataset = path.substring(end + 1);
        return end == last || isDataset.test(dataset)
            ? Optional.of(new ModelDataset(path.substring(0, end), dataset))
            : Optional.empty();
      }
    }
    return last <= 0
        ? Optional.empty()
        : Optional.of(new ModelDataset(path.substring(0, last), path.substring(last + 1)));
  }

  /** What a run of responses is about. */
  static ModelDataset of(FoundRun run) {
    return new ModelDataset(run.header().modelName(), run.header().datasetName());
  }

  /** Where its results lie inside a stamp directory. */
  String resultsName() {
    return StampLayout.RESULTS + model + "/" + dataset + StampLayout.JSON;
  }

  /** What the names of its prediction files start with inside a stamp directory. */
  String predictionsName() {
    return StampLayout.PREDICTIONS + model + "/" + dataset;
  }

  @Override
  public int compareTo(ModelDataset other) {
    return ORDER.compare(this, other);
  }
}
