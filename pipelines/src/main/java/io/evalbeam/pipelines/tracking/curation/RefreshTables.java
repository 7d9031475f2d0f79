package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.DecisionLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes both curated tables with all models at once: which rows are one model, and in which
 * table it stands, can only be said with everything in view.
 */
final class RefreshTables extends DoFn<KV<Integer, Iterable<byte[]>>, StagedFile> {
  private static final Table<Issue> ISSUES = Table.of(Issue.class);
  private static final Table<TrackedModel> MODELS = Table.of(TrackedModel.class);

  private final Coder<TrackedModel> modelCoder = RecordCoders.of(TrackedModel.class);
  private final CurationPlan plan;

  RefreshTables(CurationPlan plan) {
    this.plan = plan;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> gathered, MultiOutputReceiver out)
      throws IOException {
    List<TrackedModel> models = sorted(gathered.getValue());
    CuratedPair standing = CuratedPair.in(plan.output(), plan.threshold());
    CsvTable above = plan.reset() ? null : standing.table(CuratedTable.ABOVE);
    CsvTable below = plan.reset() ? null : standing.table(CuratedTable.BELOW);
    DecisionsFile decisionsFile = DecisionsFile.of(plan.decisions(), plan.output());
    String decisionsText = decisionsFile.text();
    DecisionLog.Parsed decisions = decisionsFile.parse(decisionsText);
    RefreshedTables tables = RefreshedTables.of(plan, above, below, models, decisions.decisions());

    String snapshot = write(tables, out);
    if (!snapshot.equals(standing.snapshotId())) {
      CuratedHistory.stage(standing, plan.output(), plan.staging())
          .forEach(out.get(CollectResult.FILES)::output);
    }
    List<Issue> issues = new ArrayList<>(decisions.issues());
    issues.addAll(tables.issues());
    writeIssues(issues, out);

    tables.counts().forEach(out.get(CollectResult.COUNTS)::output);
    countModels(models, out);
    countIssues(issues, out);
    count(out, "rows_read", "curated", rows(above) + rows(below));
    count(out, "rows_read", "decisions", decisions.decisions().size() + decisions.issues().size());
    for (CuratedFile file : standing.files()) {
      emitInput(CurationInputs.CURATED, file.name(), file.bytes(), out);
    }
    if (!decisionsText.isEmpty()) {
      emitInput(
          CurationInputs.DECISIONS,
          decisionsFile.name(),
          decisionsText.getBytes(StandardCharsets.UTF_8),
          out);
    }
  }

  private List<TrackedModel> sorted(Iterable<byte[]> gathered) {
    List<TrackedModel> models = PackedRows.unpackAll(modelCoder, gathered);
    if (models.stream().anyMatch(model -> model.threshold() != plan.threshold())) {
      throw new IllegalStateException("the models were classified by different thresholds");
    }
    models.sort(MODELS.keyOrder());
    return models;
  }

  /** Stages both tables as CSV and together as Parquet; returns the snapshot name of the CSVs. */
  private String write(RefreshedTables tables, MultiOutputReceiver out) throws IOException {
    CuratedFile above = writeCsv(CuratedTable.ABOVE, tables.above(), out);
    CuratedFile below = writeCsv(CuratedTable.BELOW, tables.below(), out);
    out.get(CollectResult.FILES)
        .output(CuratedParquet.write(tables.above(), tables.below(), plan.staging()));
    return CuratedPair.of(above, below).snapshotId();
  }

  private CuratedFile writeCsv(CuratedTable which, CsvTable table, MultiOutputReceiver out)
      throws IOException {
    String target = CuratedPair.target(which, plan.threshold());
    byte[] bytes = CsvFiles.write(table);
    out.get(CollectResult.FILES)
        .output(
            StagedBytes.write(
                plan.staging(), target, CuratedPair.tableName(which), table.rows().size(), bytes));
    return new CuratedFile(target, bytes);
  }

  private void writeIssues(List<Issue> issues, MultiOutputReceiver out) throws IOException {
    issues.sort(ISSUES.keyOrder());
    String target = "issues/" + CurateModels.NAME + "/issues.parquet";
    try (TableFileWriter<Issue> writer = new TableFileWriter<>(ISSUES, plan.staging(), target)) {
      for (Issue issue : issues) {
        writer.write(issue);
      }
      out.get(CollectResult.FILES).output(writer.finish());
    }
  }

  private static void countModels(List<TrackedModel> models, MultiOutputReceiver out) {
    count(out, "rows_read", "models", models.size());
    for (ThresholdClass side : ThresholdClass.values()) {
      long count = models.stream().filter(model -> model.thresholdClass() == side).count();
      count(out, CurationCounts.CLASSES, side.name().toLowerCase(Locale.ROOT), count);
    }
  }

  private static void countIssues(List<Issue> issues, MultiOutputReceiver out) {
    long rejected =
        issues.stream().filter(issue -> issue.severity() == IssueSeverity.REJECTED).count();
    count(out, "issues_rejected", "", rejected);
    count(out, "issues_warning", "", issues.size() - rejected);
    count(out, "rows_rejected", "", rejected);
  }

  private static void count(MultiOutputReceiver out, String measure, String group, long count) {
    out.get(CollectResult.COUNTS).output(CurationCounts.count(measure, group, count));
  }

  private static void emitInput(String part, String name, byte[] bytes, MultiOutputReceiver out) {
    out.get(CollectResult.INPUTS)
        .output(new InputFile(part, name, Hashes.ofBytes(bytes), bytes.length));
  }

  private static long rows(@Nullable CsvTable table) {
    return table == null ? 0 : table.rows().size();
  }
}
