package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts all values of sorted rows side by side, each with its source. */
final class EvidenceMerger {
  private EvidenceMerger() {}

  static EntityEvidence merge(String entityId, String developer, List<SourceRow> rows) {
    List<ObservedFact> facts = new ArrayList<>();
    List<ObservedScore> scores = new ArrayList<>();
    TreeSet<String> sourceTexts = new TreeSet<>();
    TreeMap<String, Integer> nameCounts = new TreeMap<>();
    for (SourceRow row : rows) {
      for (StatedFact fact : row.facts()) {
        facts.add(
            new ObservedFact(
                fact.attribute(), fact.text(), fact.number(), row.source(), row.row()));
      }
      for (BenchmarkScore score : row.scores()) {
        scores.add(
            new ObservedScore(
                score.benchmark(),
                score.value(),
                score.unit(),
                row.source(),
                row.row(),
                row.rawName()));
      }
      sourceTexts.add(row.sourceText());
      nameCounts.merge(row.rawName(), 1, Integer::sum);
    }
    return new EntityEvidence(
        entityId,
        rows.get(0).name(),
        mostFrequent(nameCounts),
        developer,
        List.copyOf(nameCounts.keySet()),
        facts,
        scores,
        List.copyOf(sourceTexts),
        rows.size());
  }

  /** The first of the most frequent names in code unit order. */
  private static String mostFrequent(SortedMap<String, Integer> counts) {
    String best = counts.firstKey();
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }
}
