package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.source.SourceFormat;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.Variant;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.IdentityRules;
import io.evalbeam.transforms.identity.RowNaming;
import io.evalbeam.transforms.tracker.TrackerRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives rows their names and developers under a policy. */
interface RowNames {

  /** A named row, or none where the policy leaves the row out. */
  record Named(@Nullable SourceRow row, List<Issue> issues) {
    public Named {
      issues = List.copyOf(issues);
    }
  }

  Named name(ParsedRow row);

  /** The names that a plan asks for. */
  static RowNames of(SourcePlan plan, IdentityRules rules) {
    return switch (plan.policy()) {
      case DEFAULT -> byDefault(rules, plan.asOf());
      case TRACKER ->
          plan.source().format() == SourceFormat.JSON_MODELS
              ? RowNames::alreadyNamed
              : byTracker(plan.source().format() == SourceFormat.CSV);
    };
  }

  private static RowNames byDefault(IdentityRules rules, String asOf) {
    RowNaming naming = new RowNaming(rules.names(), rules.developers());
    return row -> {
      RowNaming.NamedRow named = naming.name(row, asOf);
      return new Named(named.row(), named.issues());
    };
  }

  private static RowNames byTracker(boolean developerColumnCounts) {
    return row -> {
      TrackerRows.Named named = TrackerRows.name(row, developerColumnCounts, CollectModels.NAME);
      return new Named(named.row(), named.issues());
    };
  }

  /** Collections in the model-file shape were named when they were written. */
  private static Named alreadyNamed(ParsedRow row) {
    String stated = row.developerStated();
    return new Named(
        new SourceRow(
            row.source(),
            row.row(),
            row.rawName(),
            row.rawName(),
            stated,
            stated == null ? DeveloperResolver.UNKNOWN : stated,
            stated == null ? DeveloperOrigin.UNKNOWN : DeveloperOrigin.STATED,
            Variant.BASE,
            row.scores(),
            row.facts(),
            row.sourceText(),
            row.observedAt()),
        List.of());
  }
}
