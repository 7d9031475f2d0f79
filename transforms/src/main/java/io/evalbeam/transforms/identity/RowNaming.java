package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a row that was read its normalised name, variant and developer. Thread-safe. */
public final class RowNaming {
  /** Stage in the issues of this class. */
  public static final String STAGE = "name-rows";

  private final ModelNames names;
  private final DeveloperResolver developers;

  public RowNaming(ModelNames names, DeveloperResolver developers) {
    this.names = names;
    this.developers = developers;
  }

  /**
   * A named row, which is never lost, and what was wrong with its texts.
   *
   * @param row the row; its raw texts are unchanged
   * @param issues warnings, usually none
   */
  public record NamedRow(SourceRow row, List<Issue> issues) {
    public NamedRow {
      issues = List.copyOf(issues);
    }
  }

  /**
   * Names a row.
   *
   * @param readAt when the source was read, used when the row has no time of its own; ISO with Z
   */
  public NamedRow name(ParsedRow parsed, @Nullable String readAt) {
    NamedModel model = names.normalize(parsed.rawName());
    String stated = parsed.developerStated();
    ResolvedDeveloper developer = developers.resolve(parsed.rawName(), stated);
    List<Issue> issues = new ArrayList<>();
    if (ModelNames.isTooLong(parsed.rawName())) {
      issues.add(tooLong(parsed, "name", parsed.rawName(), ModelNames.MAX_LENGTH));
    }
    if (stated != null && stated.length() > DeveloperResolver.MAX_LENGTH) {
      issues.add(tooLong(parsed, "developer", stated, DeveloperResolver.MAX_LENGTH));
    }
    SourceRow row =
        new SourceRow(
            parsed.source(),
            parsed.row(),
            parsed.rawName(),
            model.name(),
            stated,
            developer.developer(),
            developer.origin(),
            model.variant(),
            parsed.scores(),
            parsed.facts(),
            parsed.sourceText(),
            parsed.observedAt() == null ? readAt : parsed.observedAt());
    return new NamedRow(row, issues);
  }

  private static Issue tooLong(ParsedRow parsed, String what, String text, int limit) {
    return Issue.warning(
        IssueCode.LIMIT_EXCEEDED,
        STAGE,
        parsed.source(),
        "row " + parsed.row(),
        text,
        "A " + what + " has at most " + limit + " characters; the resolved one is cut and hashed.");
  }
}
