package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the result of the aggregate that a sample's row is part of. */
final class RowRouting {
  private final Map<String, AggregateResult> byId = new HashMap<>();
  private final Map<String, List<AggregateResult>> byName;
  private final List<AggregateResult> all;

  RowRouting(Aggregate aggregate) {
    all = aggregate.results();
    for (AggregateResult result : all) {
      if (result.id() != null) {
        byId.putIfAbsent(result.id(), result);
      }
    }
    byName = all.stream().collect(Collectors.groupingBy(AggregateResult::evaluationName));
  }

  /**
   * A row and its result.
   *
   * @param result null when none can be found
   * @param dangling whether the row names a result that is not there
   */
  record Route(@Nullable AggregateResult result, boolean dangling) {}

  /**
   * The result a row names. Rows of files older than these identifiers belong to the first result
   * of their evaluation; a wrong identifier is excused where the evaluation has one result only.
   */
  Route route(JsonNode row) {
    String id = StrictJson.text(row, "evaluation_result_id");
    AggregateResult named = id == null ? null : byId.get(id);
    if (named != null) {
      return new Route(named, false);
    }
    String name = StrictJson.text(row, "evaluation_name");
    List<AggregateResult> candidates = name == null ? all : byName.getOrDefault(name, List.of());
    boolean certain =
        candidates.size() == 1 || (id == null && name != null && !candidates.isEmpty());
    return new Route(certain ? candidates.get(0) : null, id != null);
  }
}
