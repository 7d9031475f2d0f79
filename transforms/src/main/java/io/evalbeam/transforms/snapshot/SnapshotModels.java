package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.table.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The models of one snapshot, with what tells a renamed one: its identifier and its scores. */
final class SnapshotModels {
  private final SortedMap<ModelName, Traits> models = new TreeMap<>();

  /** Adds a row. Rows must come in the order of the key, or equal models look different. */
  void add(ComprehensiveStatistics row) {
    Traits traits =
        models.computeIfAbsent(
            new ModelName(row.benchmark(), row.modelName(), row.modelDeployment()),
            name -> new Traits(row.modelId()));
    if (ScoreCell.isPublished(row)) {
      traits.add(row);
    }
  }

  /** Adds a row of a leaderboard, which tells the identifier only. */
  void add(ModelStatistics row) {
    models.put(ModelName.of(row), new Traits(row.modelId()));
  }

  /** What changed from these models to others. */
  ModelChanges until(SnapshotModels newer) {
    List<ModelName> removed = without(newer.models.keySet());
    List<ModelName> added = newer.without(models.keySet());
    List<RenamedModel> renamed = new ArrayList<>();
    pair(removed, added, newer, (a, b) -> a.id.equals(b.id), renamed);
    pair(removed, added, newer, Traits::hasScoresOf, renamed);
    renamed.sort((a, b) -> a.older().compareTo(b.older()));
    return new ModelChanges(added, removed, renamed);
  }

  /** Moves pairs that can be meant in one way only from the two lists to the third. */
  private void pair(
      List<ModelName> removed,
      List<ModelName> added,
      SnapshotModels newer,
      BiPredicate<Traits, Traits> same,
      List<RenamedModel> renamed) {
    for (ModelName before : List.copyOf(removed)) {
      Traits traits = traits(before);
      List<ModelName> candidates =
          added.stream()
              .filter(after -> after.benchmark().equals(before.benchmark()))
              .filter(after -> same.test(traits, newer.traits(after)))
              .toList();
      if (candidates.size() != 1) {
        continue;
      }
      ModelName after = candidates.get(0);
      long rivals =
          removed.stream()
              .filter(other -> other.benchmark().equals(after.benchmark()))
              .filter(other -> same.test(traits(other), newer.traits(after)))
              .count();
      if (rivals == 1) {
        removed.remove(before);
        added.remove(after);
        renamed.add(new RenamedModel(before, after, traits.reason(newer.traits(after))));
      }
    }
  }

  private List<ModelName> without(Collection<ModelName> others) {
    List<ModelName> rest = new ArrayList<>(models.keySet());
    rest.removeAll(others);
    return rest;
  }

  private Traits traits(ModelName name) {
    Traits traits = models.get(name);
    if (traits == null) {
      throw new IllegalArgumentException("no model " + name);
    }
    return traits;
  }

  /** What a model is known by apart from its name. */
  private static final class Traits {
    private final String id;
    private int scores;
    private String digest = "";

    Traits(String id) {
      this.id = id;
    }

    void add(ComprehensiveStatistics row) {
      scores++;
      digest =
          Sha256.of(
              String.join(
                  "\n",
                  digest,
                  row.task(),
                  row.metric(),
                  String.valueOf(row.split()),
                  String.valueOf(row.subSplit()),
                  Long.toString(row.n()),
                  String.valueOf(row.mean()),
                  String.valueOf(row.sd())));
    }

    boolean hasScoresOf(Traits other) {
      return scores > 0 && scores == other.scores && digest.equals(other.digest);
    }

    String reason(Traits other) {
      List<String> reasons = new ArrayList<>();
      if (id.equals(other.id)) {
        reasons.add("the same model identifier");
      }
      if (hasScoresOf(other)) {
        reasons.add(String.format(Locale.ROOT, "the same published scores (%,d)", scores));
      }
      return String.join(", ", reasons);
    }
  }
}
