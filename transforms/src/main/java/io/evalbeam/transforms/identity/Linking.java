package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.LinkedEntity;
import java.util.List;

/**
 * Result of linking the rows of one name.
 *
 * @param entities sorted by id; every row is in exactly one
 * @param issues ambiguous links and contradictions, all of them warnings
 */
public record Linking(List<LinkedEntity> entities, List<Issue> issues) {

  public Linking {
    entities = List.copyOf(entities);
    issues = List.copyOf(issues);
  }
}
