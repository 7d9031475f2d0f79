package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import java.io.Serializable;

/**
 * Which split of each task scores, ranks and comparisons are about.
 *
 * @param name {@value #PUBLISHED}, or the name of a split
 */
public record SplitChoice(String name) implements Serializable {
  /** The split that the release publishes for each task. */
  public static final String PUBLISHED = "published";

  /** Whether it is the published split. */
  public boolean isPublished() {
    return name.equals(PUBLISHED);
  }

  boolean takes(ComparisonResult comparison) {
    return isPublished() ? comparison.publishedSplit() : name.equals(comparison.split());
  }
}
