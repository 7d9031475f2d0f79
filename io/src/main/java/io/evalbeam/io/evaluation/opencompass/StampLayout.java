package io.evalbeam.io.evaluation.opencompass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a stamp directory by what they are, judged by names. Configurations, logs, locks and
 * station files have no place here and are never opened.
 *
 * @param summaries everything below {@code summary/}, foreign files included
 * @param results results files by what they are about
 * @param predictions prediction files, shards and unfinished ones included
 * @param judges conversations of judges among the results
 */
record StampLayout(
    List<String> summaries,
    SortedMap<ModelDataset, String> results,
    SortedMap<ModelDataset, List<String>> predictions,
    List<String> judges) {
  static final String SUMMARY = "summary/";
  static final String RESULTS = "results/";
  static final String PREDICTIONS = "predictions/";
  static final String JSON = ".json";

  /** What the name of an unfinished prediction file starts with. */
  static final String UNFINISHED = "tmp_";

  private static final String JSON_LINES = ".jsonl";
  private static final Pattern REPLICA = Pattern.compile(".*_replica\\d+(_.*)?\\.json");
  private static final String JUDGED = "_judged-by--";

  /**
   * Sorts files.
   *
   * @param names paths inside the stamp directory, sorted
   */
  static StampLayout of(Collection<String> names, KnownNames known) {
    StampLayout layout =
        new StampLayout(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
    for (String name : names) {
      if (name.startsWith(SUMMARY)) {
        layout.summaries.add(name);
      } else if (name.startsWith(RESULTS) && name.endsWith(JSON)) {
        layout.addResults(name, known);
      } else if (name.startsWith(PREDICTIONS)) {
        layout.addPredictions(name, known);
      }
    }
    return layout;
  }

  private void addResults(String name, KnownNames known) {
    if (isJudge(name)) {
      judges.add(name);
      return;
    }
    String path = name.substring(RESULTS.length(), name.length() - JSON.length());
    ModelDataset.of(path, known.models(), known.datasets()::contains)
        .ifPresent(about -> results.put(about, name));
  }

  private void addPredictions(String name, KnownNames known) {
    int folder = name.lastIndexOf('/') + 1;
    boolean unfinished = name.startsWith(UNFINISHED, folder);
    String extension = unfinished && name.endsWith(JSON_LINES) ? JSON_LINES : JSON;
    if (!name.endsWith(extension)) {
      return;
    }
    int start = unfinished ? folder + UNFINISHED.length() : folder;
    String path =
        name.substring(PREDICTIONS.length(), folder)
            + name.substring(start, name.length() - extension.length());
    Optional<ModelDataset> about =
        ModelDataset.of(
            path, known.models(), d -> known.datasets().contains(known.withoutShard(d)));
    about
        .map(a -> new ModelDataset(a.model(), known.withoutShard(a.dataset())))
        .ifPresent(a -> predictions.computeIfAbsent(a, p -> new ArrayList<>()).add(name));
  }

  private static boolean isJudge(String name) {
    return name.contains(JUDGED) || REPLICA.matcher(name).matches();
  }

  /** Everything predictions or results are about. */
  Set<ModelDataset> subjects() {
    Set<ModelDataset> subjects = new TreeSet<>(results.keySet());
    subjects.addAll(predictions.keySet());
    return subjects;
  }
}
