package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Unites the rows of one normalised name into models, one for each developer that the sources
 * state. The result does not depend on the order of the rows. Thread-safe.
 */
public final class EntityLinker {
  /** Stage in the issues of this class. */
  public static final String STAGE = "link-entities";

  private static final Comparator<SourceRow> ROW_ORDER =
      Comparator.comparing(SourceRow::source)
          .thenComparingInt(SourceRow::row)
          .thenComparing(SourceRow::rawName)
          .thenComparing(SourceRow::toString);

  private final DeveloperResolver developers;

  public EntityLinker(DeveloperResolver developers) {
    this.developers = developers;
  }

  /**
   * Links all rows of one name.
   *
   * @throws IllegalArgumentException when the rows have different normalised names
   */
  public Linking link(Collection<SourceRow> unordered) {
    if (unordered.isEmpty()) {
      return new Linking(List.of(), List.of());
    }
    List<SourceRow> rows = unordered.stream().sorted(ROW_ORDER).toList();
    String name = rows.get(0).name();
    Map<String, Group> groups = new TreeMap<>();
    List<SourceRow> unstated = new ArrayList<>();
    for (SourceRow row : rows) {
      if (!row.name().equals(name)) {
        throw new IllegalArgumentException("rows of " + name + " and " + row.name() + " together");
      }
      if (isStated(row)) {
        PrimaryDeveloper developer = developers.primary(row.developer());
        groups.computeIfAbsent(developer.id(), id -> new Group(developer)).rows.add(row);
      } else {
        unstated.add(row);
      }
    }
    PrimaryDeveloper guess = developers.guess(name);
    List<Issue> issues = new ArrayList<>();
    attach(unstated, groups, guess, issues);

    List<LinkedEntity> entities = new ArrayList<>();
    for (Group group : groups.values()) {
      String id =
          EntityIds.of(
              name, group.developer.id(), groups.size(), guess == null ? null : guess.id());
      List<SourceRow> members = group.rows.stream().sorted(ROW_ORDER).toList();
      issues.addAll(EvidenceConflicts.find(members));
      entities.add(
          new LinkedEntity(EvidenceMerger.merge(id, group.developer.name(), members), members));
    }
    entities.sort(Comparator.comparing(entity -> entity.evidence().entityId()));
    return new Linking(entities, issues);
  }

  /** Finds a developer for the rows that state none. */
  private void attach(
      List<SourceRow> unstated,
      Map<String, Group> groups,
      @Nullable PrimaryDeveloper guess,
      List<Issue> issues) {
    if (unstated.isEmpty()) {
      return;
    }
    if (groups.size() == 1) {
      groups.values().iterator().next().addAll(unstated, DeveloperOrigin.OTHER_SOURCE);
      return;
    }
    if (guess != null && (groups.isEmpty() || groups.containsKey(guess.id()))) {
      groups
          .computeIfAbsent(guess.id(), id -> new Group(guess))
          .addAll(unstated, DeveloperOrigin.GUESSED);
      return;
    }
    if (!groups.isEmpty()) {
      String names =
          String.join(", ", groups.values().stream().map(g -> g.developer.name()).toList());
      for (SourceRow row : unstated) {
        issues.add(
            Issue.warning(
                IssueCode.LINK_AMBIGUOUS,
                STAGE,
                row.source(),
                "row " + row.row(),
                row.rawName(),
                "The row states no developer and several use this name: " + names + "."));
      }
    }
    PrimaryDeveloper unknown = developers.primary(DeveloperResolver.UNKNOWN);
    groups
        .computeIfAbsent(unknown.id(), id -> new Group(unknown))
        .addAll(unstated, DeveloperOrigin.UNKNOWN);
  }

  private static boolean isStated(SourceRow row) {
    return switch (row.developerOrigin()) {
      case STATED, STATED_ALIAS -> true;
      case OTHER_SOURCE, GUESSED, UNKNOWN -> false;
    };
  }

  /** Rows of one developer. */
  private static final class Group {
    final PrimaryDeveloper developer;
    final List<SourceRow> rows = new ArrayList<>();

    Group(PrimaryDeveloper developer) {
      this.developer = developer;
    }

    void addAll(List<SourceRow> unstated, DeveloperOrigin origin) {
      unstated.forEach(row -> rows.add(withDeveloper(row, developer.name(), origin)));
    }

    private static SourceRow withDeveloper(
        SourceRow row, String developer, DeveloperOrigin origin) {
      return new SourceRow(
          row.source(),
          row.row(),
          row.rawName(),
          row.name(),
          row.developerStated(),
          developer,
          origin,
          row.variant(),
          row.scores(),
          row.facts(),
          row.sourceText(),
          row.observedAt());
    }
  }
}
