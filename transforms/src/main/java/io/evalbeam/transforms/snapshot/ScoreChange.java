package io.evalbeam.transforms.snapshot;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A published score that both snapshots have, with another mean or over other instances. */
public record ScoreChange(ScoreCell cell, MeanChange change) {

  /** Largest first; scores that appeared or vanished before all others. */
  static final Comparator<ScoreChange> LARGEST_FIRST =
      Comparator.comparing((ScoreChange score) -> size(score.change())).reversed();

  private static double size(MeanChange change) {
    Double difference = change.difference();
    if (difference != null) {
      return Math.abs(difference);
    }
    return isMissing(change.olderMean(), change.newerMean()) ? 0 : Double.POSITIVE_INFINITY;
  }

  private static boolean isMissing(@Nullable Double older, @Nullable Double newer) {
    return older == null && newer == null;
  }
}
