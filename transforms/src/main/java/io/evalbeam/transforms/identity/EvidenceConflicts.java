package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.schemas.tracking.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contradictions between the rows of one model. Numbers contradict each other when they differ by
 * more than 1 %, dates when neither is the beginning of the other. Release dates and context
 * lengths are compared within one variant, since variants differ in them; votes are counts of a
 * leaderboard and not compared.
 */
final class EvidenceConflicts {
  private static final double TOLERATED_RATIO = 1.01;
  private static final int MAX_LISTED = 20;

  private EvidenceConflicts() {}

  /** A value with the row that states it. */
  private record Stated(SourceRow row, StatedFact fact) {}

  /** One warning for each attribute with contradicting values, in order of attributes. */
  static List<Issue> find(List<SourceRow> rows) {
    Map<ModelAttribute, List<Stated>> byAttribute = new EnumMap<>(ModelAttribute.class);
    for (SourceRow row : rows) {
      for (StatedFact fact : row.facts()) {
        byAttribute
            .computeIfAbsent(fact.attribute(), attribute -> new ArrayList<>())
            .add(new Stated(row, fact));
      }
    }
    List<Issue> issues = new ArrayList<>();
    byAttribute.forEach(
        (attribute, values) -> {
          for (List<Stated> comparable : comparable(attribute, values)) {
            if (contradict(attribute, comparable)) {
              issues.add(issue(attribute, comparable));
            }
          }
        });
    return issues;
  }

  private static List<List<Stated>> comparable(ModelAttribute attribute, List<Stated> values) {
    if (attribute == ModelAttribute.VOTES) {
      return List.of();
    }
    if (attribute != ModelAttribute.RELEASE_DATE && attribute != ModelAttribute.CONTEXT_LENGTH) {
      return List.of(values);
    }
    Map<Variant, List<Stated>> byVariant = new LinkedHashMap<>();
    for (Stated value : values) {
      byVariant.computeIfAbsent(value.row().variant(), v -> new ArrayList<>()).add(value);
    }
    return List.copyOf(byVariant.values());
  }

  private static boolean contradict(ModelAttribute attribute, List<Stated> values) {
    return switch (attribute.kind()) {
      case TEXT -> false;
      case DATE -> datesContradict(values);
      case COUNT, NUMBER, FRACTION -> numbersContradict(values);
    };
  }

  private static boolean numbersContradict(List<Stated> values) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Stated value : values) {
      Double number = value.fact().number();
      if (number != null) {
        lowest = Math.min(lowest, number);
        highest = Math.max(highest, number);
      }
    }
    return highest > lowest * TOLERATED_RATIO;
  }

  private static boolean datesContradict(List<Stated> values) {
    // The longest date is the most precise; all others must be beginnings of it.
    String longest = "";
    for (Stated value : values) {
      if (value.fact().text().length() > longest.length()) {
        longest = value.fact().text();
      }
    }
    for (Stated value : values) {
      if (!longest.startsWith(value.fact().text())) {
        return true;
      }
    }
    return false;
  }

  private static Issue issue(ModelAttribute attribute, List<Stated> values) {
    StringBuilder listed = new StringBuilder();
    values.stream()
        .limit(MAX_LISTED)
        .forEach(
            value ->
                listed
                    .append(listed.length() == 0 ? "" : "; ")
                    .append(value.fact().text())
                    .append(" in ")
                    .append(value.row().source())
                    .append(" row ")
                    .append(value.row().row()));
    if (values.size() > MAX_LISTED) {
      listed.append("; and ").append(values.size() - MAX_LISTED).append(" more");
    }
    SourceRow first = values.get(0).row();
    return Issue.warning(
        IssueCode.VALUES_CONFLICT,
        EntityLinker.STAGE,
        first.source(),
        "row " + first.row() + ", " + attribute.key(),
        first.rawName(),
        "Sources contradict each other about " + attribute.key() + ": " + listed + ".");
  }
}
