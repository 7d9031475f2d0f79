package io.evalbeam.io.evaluation.opencompass;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Names that files of a run directory state, needed to tell shards from data sets and models from
 * folders.
 *
 * @param models columns of summaries
 * @param datasets first cells of summaries' rows, and results files
 */
record KnownNames(Set<String> models, Set<String> datasets) {
  /** Names that the summaries and results of all stamp directories of a run state. */
  static KnownNames of(Collection<StampDirectory> directories) {
    KnownNames known = new KnownNames(new HashSet<>(), new HashSet<>());
    for (StampDirectory directory : directories) {
      directory.table().ifPresent(known::add);
    }
    if (known.models.isEmpty()) {
      directories.forEach(d -> known.models.addAll(d.predictionFolders()));
    }
    Set<String> scored = new HashSet<>();
    for (StampDirectory directory : directories) {
      StampLayout.of(directory.names(), known).results().keySet().stream()
          .map(ModelDataset::dataset)
          .forEach(scored::add);
    }
    known.datasets.addAll(scored);
    return known;
  }

  private void add(SummaryTable table) {
    models.addAll(table.models());
    datasets.addAll(table.datasets());
  }

  /**
   * The data set a prediction file belongs to: {@code X_3} is a shard of X only where X is known
   * and {@code X_3} is not.
   */
  String withoutShard(String name) {
    if (datasets.contains(name)) {
      return name;
    }
    int end = name.lastIndexOf('_');
    if (end <= 0 || !isShardNumber(name.substring(end + 1))) {
      return name;
    }
    String dataset = name.substring(0, end);
    return datasets.contains(dataset) ? dataset : name;
  }

  private static boolean isShardNumber(String text) {
    boolean padded = text.length() > 1 && text.startsWith("0");
    return text.length() <= PredictionFiles.SHARD_DIGITS && !padded && TreeNames.isDecimal(text);
  }
}
