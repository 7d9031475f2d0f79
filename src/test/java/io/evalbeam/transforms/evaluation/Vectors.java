package io.evalbeam.transforms.evaluation;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Unit vectors for tests. */
final class Vectors {
  private Vectors() {}

  /** Scores by key, all questions unknown. */
  static UnitVector of(SortedMap<String, Double> scores) {
    return vector(scores, new TreeMap<>());
  }

  /** Scores and hashes by key, 0 where there is none. */
  static UnitVector vector(SortedMap<String, Double> scores, SortedMap<String, Long> texts) {
    return UnitVector.of(
        InstanceSet.of(scores.keySet()),
        scores.values().stream().mapToDouble(score -> score).toArray(),
        QuestionTexts.of(
            scores.keySet().stream().mapToLong(key -> texts.getOrDefault(key, 0L)).toArray()));
  }

  /** Scores of instances id0, id1, ... in their order, all questions unknown. */
  static UnitVector singles(double... scores) {
    TreeMap<String, Double> byKey = new TreeMap<>();
    IntStream.range(0, scores.length).forEach(i -> byKey.put(key(i), scores[i]));
    return of(byKey);
  }

  static String key(int number) {
    return "id" + (1_000 + number);
  }

  /** Binary scores, thirds, or any: some missing, some texts unknown or different. */
  static UnitVector random(Random random, List<String> keys, boolean binary) {
    TreeMap<String, Double> scores = new TreeMap<>();
    TreeMap<String, Long> texts = new TreeMap<>();
    int steps = 1 + random.nextInt(4);
    for (String key : keys) {
      double graded =
          random.nextInt(9) == 0 ? random.nextDouble() : random.nextInt(8) / 7.0 * steps;
      double score = binary ? random.nextInt(2) : graded;
      scores.put(key, random.nextInt(8) == 0 ? Double.NaN : score);
      texts.put(key, (long) random.nextInt(10) == 0 ? random.nextInt(3) : 7L);
    }
    return vector(scores, texts);
  }

  /** Some of the first instances. */
  static List<String> someKeys(Random random, int count) {
    return IntStream.range(0, count)
        .filter(i -> random.nextInt(4) > 0)
        .mapToObj(Vectors::key)
        .toList();
  }
}
