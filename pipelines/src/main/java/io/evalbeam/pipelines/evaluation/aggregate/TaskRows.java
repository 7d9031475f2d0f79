package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.InstanceScores;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Rows of one task from one shard, as they travel to the worker that aggregates the task. Instance
 * keys and texts, which are most of the bytes and equal for nearly all models, travel once.
 *
 * @param benchmark benchmark
 * @param task task
 * @param rows rows without scores by instance
 * @param scores scores by instance of those rows that have them
 * @param sets different instance keys and texts
 */
@DefaultSchema(RecordSchemaProvider.class)
public record TaskRows(
    String benchmark,
    String task,
    List<CellStatistics> rows,
    List<SharedScores> scores,
    List<SharedBytes> sets) {

  public TaskRows {
    rows = List.copyOf(rows);
    scores = List.copyOf(scores);
    sets = List.copyOf(sets);
  }

  /** Packs rows of one task, at least one. */
  static TaskRows of(List<CellStatistics> full) {
    List<CellStatistics> rows = new ArrayList<>();
    List<SharedScores> scores = new ArrayList<>();
    List<SharedBytes> sets = new ArrayList<>();
    for (CellStatistics row : full) {
      InstanceScores own = row.scores();
      if (own != null) {
        int keys = position(own.keys(), sets);
        int texts = position(own.texts(), sets);
        scores.add(new SharedScores(rows.size(), own.values(), keys, texts));
      }
      rows.add(row.withoutScores());
    }
    return new TaskRows(full.get(0).benchmark(), full.get(0).task(), rows, scores, sets);
  }

  /** Gives the rows as they were; equal keys and texts are one array. */
  void unpack(Consumer<CellStatistics> taker) {
    List<CellStatistics> full = new ArrayList<>(rows);
    for (SharedScores own : scores) {
      full.set(
          own.row(),
          rows.get(own.row())
              .withScores(
                  new InstanceScores(
                      own.values(), sets.get(own.keys()).bytes(), sets.get(own.texts()).bytes())));
    }
    full.forEach(taker);
  }

  /** The newest sets are tried first: neighbours share theirs. */
  private static int position(byte[] bytes, List<SharedBytes> sets) {
    for (int i = sets.size() - 1; i >= 0; i--) {
      if (Arrays.equals(sets.get(i).bytes(), bytes)) {
        return i;
      }
    }
    sets.add(new SharedBytes(bytes));
    return sets.size() - 1;
  }
}
