package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.models.ModelFileWriter;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.source.CollectedSource;
import io.evalbeam.io.source.ReadCounts;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.Observation;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Streams one source into its model file, its observations and its issues. The rows stay on the
 * worker: what leaves are the names of three files and the counts.
 */
final class CollectSource extends DoFn<SourcePlan, StagedFile> {
  private static final Table<Observation> OBSERVATIONS = Table.of(Observation.class);
  private static final Table<Issue> ISSUES = Table.of(Issue.class);

  private final IdentityRules rules;

  CollectSource(IdentityRules rules) {
    this.rules = rules;
  }

  @ProcessElement
  public void process(@Element SourcePlan plan, MultiOutputReceiver out) throws IOException {
    String name = plan.source().name();
    try (ModelFileWriter models = new ModelFileWriter(plan.policy().vocabulary(), plan.staging());
        TableFileWriter<Observation> observations =
            new TableFileWriter<>(
                OBSERVATIONS, plan.staging(), "observations/" + name + ".parquet");
        TableFileWriter<Issue> issues =
            new TableFileWriter<>(
                ISSUES, plan.staging(), "issues/" + CollectModels.NAME + "/" + name + ".parquet")) {
      CollectedRows rows = new CollectedRows(plan, rules, models, observations, issues);
      CollectedSource collected = plan.collector().collect(plan.source(), rows);
      ModelFileWriter.Header header = new ModelFileWriter.Header(name, "scraped", plan.asOf());
      emit(out, models.finish("scraped/" + name + "_models.json", "scraped_models", header));
      emit(out, observations.finish());
      emit(out, issues.finish());
      ReadCounts counts = collected.counts();
      count(out, "rows_read", name, counts.read());
      count(out, "rows_kept", name, rows.kept());
      count(out, "rows_rejected", name, counts.rejected() + rows.excluded());
      count(out, "rows_filtered", name, counts.filtered());
      count(out, "issues_rejected", name, rows.rejectedIssues());
      count(out, "issues_warning", name, rows.warnings());
      count(out, "sources_incomplete", name, counts.complete() && counts.read() > 0 ? 0 : 1);
      collected.files().forEach(out.get(CollectResult.INPUTS)::output);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void emit(MultiOutputReceiver out, StagedFile file) {
    out.get(CollectResult.FILES).output(file);
  }

  private static void count(MultiOutputReceiver out, String measure, String source, long count) {
    out.get(CollectResult.COUNTS)
        .output(new StageCount(CollectModels.NAME, measure, source, count));
  }
}
