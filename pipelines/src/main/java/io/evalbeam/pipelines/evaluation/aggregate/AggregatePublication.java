package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.run.StageCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks a result before it is published, and decides which earlier files stay. */
final class AggregatePublication {
  private static final List<String> MUST_NOT_SHRINK =
      List.of("models", "tasks", "cells", "instances");

  private AggregatePublication() {}

  /**
   * The plan of publication.
   *
   * @param unchangedBuckets buckets of the state that stay as they are
   * @param parts what the state was made with
   * @throws IOException when the result is empty, or smaller than the last one without permission
   */
  static RunPlan plan(
      StageResult result,
      Optional<Manifest> previous,
      AggregateSettings settings,
      Set<Integer> unchangedBuckets,
      List<Manifest.Part> parts,
      boolean allowShrink)
      throws IOException {
    check(result, previous, settings, allowShrink);
    Set<String> made = new TreeSet<>();
    result.files().forEach(file -> made.add(file.target()));
    Set<String> kept = new TreeSet<>();
    unchangedBuckets.forEach(bucket -> kept.addAll(settings.layout().stateFiles(bucket)));
    List<Manifest.Output> files =
        previous.map(Manifest::files).orElse(List.of()).stream()
            .filter(file -> !made.contains(file.path()))
            .filter(
                file -> kept.contains(file.path()) || settings.layout().isDatedAnytime(file.path()))
            .toList();
    return RunPlan.fresh(Version.current(), parts).keeping(files);
  }

  private static void check(
      StageResult result,
      Optional<Manifest> previous,
      AggregateSettings settings,
      boolean allowShrink)
      throws IOException {
    if (total(result, "cells") == 0) {
      throw new IOException(
          "the statistics of "
              + settings.layout().source()
              + " would be empty; what was published stays as it is");
    }
    if (total(result, "models") == 0 && !settings.split().isPublished()) {
      throw new IOException(
          "no task of "
              + settings.layout().source()
              + " has scores of split "
              + settings.split().name()
              + "; what was published stays as it is");
    }
    if (previous.isEmpty() || allowShrink) {
      return;
    }
    List<String> shrunken = new ArrayList<>();
    for (String measure : MUST_NOT_SHRINK) {
      for (String benchmark : previous.get().groups(measure)) {
        long before = previous.get().count(measure, benchmark);
        long now = count(result, measure, benchmark);
        if (now < before) {
          shrunken.add(
              String.format(
                  Locale.ROOT, "%s of %s from %,d to %,d", measure, benchmark, before, now));
        }
      }
    }
    if (!shrunken.isEmpty()) {
      throw new IOException(
          "the statistics would shrink: "
              + String.join("; ", shrunken)
              + ". What was published stays as it is; --allowShrink publishes all the same");
    }
  }

  private static long total(StageResult result, String measure) {
    return result.counts().stream()
        .filter(count -> count.measure().equals(measure))
        .mapToLong(StageCount::count)
        .sum();
  }

  private static long count(StageResult result, String measure, String group) {
    return result.counts().stream()
        .filter(count -> count.measure().equals(measure) && count.group().equals(group))
        .mapToLong(StageCount::count)
        .sum();
  }
}
