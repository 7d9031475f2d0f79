package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published score that was made with other prompt settings: another adapter method, number of
 * demonstrations, instruction or such. Its cell left and a new one came.
 */
public record SettingsChange(ScoreCell older, ScoreCell newer, MeanChange change) {

  /**
   * Pairs published scores that left with those that came: the same model on the same task, metric
   * and split. Where several could be meant none is named.
   *
   * @param removed in order of the key
   */
  static List<SettingsChange> between(
      List<ComprehensiveStatistics> removed, List<ComprehensiveStatistics> added) {
    Map<List<@Nullable String>, List<ComprehensiveStatistics>> olders = byRest(removed);
    Map<List<@Nullable String>, List<ComprehensiveStatistics>> newers = byRest(added);
    List<SettingsChange> changes = new ArrayList<>();
    olders.forEach(
        (rest, before) -> {
          List<ComprehensiveStatistics> after = newers.getOrDefault(rest, List.of());
          if (before.size() == 1 && after.size() == 1) {
            changes.add(of(before.get(0), after.get(0)));
          }
        });
    return changes;
  }

  private static SettingsChange of(ComprehensiveStatistics older, ComprehensiveStatistics newer) {
    return new SettingsChange(
        ScoreCell.of(older), ScoreCell.of(newer), MeanChange.between(older, newer));
  }

  private static Map<List<@Nullable String>, List<ComprehensiveStatistics>> byRest(
      List<ComprehensiveStatistics> rows) {
    Map<List<@Nullable String>, List<ComprehensiveStatistics>> byRest = new LinkedHashMap<>();
    for (ComprehensiveStatistics row : rows) {
      byRest
          .computeIfAbsent(ScoreCell.of(row).apartFromSettings(), rest -> new ArrayList<>())
          .add(row);
    }
    return byRest;
  }
}
