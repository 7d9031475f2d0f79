package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.models.ModelFileWriter;
import io.evalbeam.io.source.RowSink;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.Observation;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.json.SourceRowJson;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Names the rows of one source and writes each into its files as it comes. */
final class CollectedRows implements RowSink {
  private final RowNames names;
  private final Policy policy;
  private final ModelFileWriter models;
  private final TableFileWriter<Observation> observations;
  private final TableFileWriter<Issue> issues;
  private long kept;
  private long excluded;
  private long rejectedIssues;
  private long warnings;

  CollectedRows(
      SourcePlan plan,
      IdentityRules rules,
      ModelFileWriter models,
      TableFileWriter<Observation> observations,
      TableFileWriter<Issue> issues) {
    this.names = RowNames.of(plan, rules);
    this.policy = plan.policy();
    this.models = models;
    this.observations = observations;
    this.issues = issues;
  }

  @Override
  public void row(ParsedRow parsed) {
    RowNames.Named named = names.name(parsed);
    named.issues().forEach(this::issue);
    SourceRow row = named.row();
    if (row == null) {
      excluded++;
      return;
    }
    kept++;
    try {
      models.write(SourceRowJson.toModelJson(row, policy.vocabulary()));
      for (Observation observation : Observations.of(row)) {
        observations.write(observation);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void issue(Issue issue) {
    if (issue.severity() == IssueSeverity.REJECTED) {
      rejectedIssues++;
    } else {
      warnings++;
    }
    try {
      issues.write(issue);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows written. */
  long kept() {
    return kept;
  }

  /** Rows that the reader kept and the policy leaves out. */
  long excluded() {
    return excluded;
  }

  long rejectedIssues() {
    return rejectedIssues;
  }

  long warnings() {
    return warnings;
  }
}
