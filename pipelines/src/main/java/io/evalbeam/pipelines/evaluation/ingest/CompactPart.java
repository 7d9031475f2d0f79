package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.detail.DetailCompaction;
import io.evalbeam.io.evaluation.detail.DetailSlice;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes one part from rows of older parts, without those that no longer count. */
final class CompactPart {
  private final IngestLayout layout;
  private final String output;
  private final String staging;
  private final PartPlan plan;

  CompactPart(IngestLayout layout, String output, String staging, PartPlan plan) {
    this.layout = layout;
    this.output = output;
    this.staging = staging;
    this.plan = plan;
  }

  /** Writes all files of the part. */
  List<StagedFile> write() throws IOException {
    List<StagedFile> files = new ArrayList<>();
    files.add(detail());
    files.add(
        copy(
            CellStatistics.class,
            layout::statistics,
            run -> run.responses() > 0,
            CellStatistics::runHash,
            layout.statistics(plan.number())));
    if (plan.copies().stream().anyMatch(copy -> anyReported(copy))) {
      files.add(
          copy(
              ReportedScore.class,
              layout::reported,
              run -> run.reportedScores() > 0,
              ReportedScore::runHash,
              layout.reported(plan.number())));
    }
    return files;
  }

  /** Register entries of the copied runs. */
  List<RunEntry> entries() {
    List<RunEntry> entries = new ArrayList<>();
    for (PartCopy copy : plan.copies()) {
      copy.runs().forEach(run -> entries.add(run.inPart(plan.number())));
    }
    return entries;
  }

  private StagedFile detail() throws IOException {
    List<DetailSlice> slices = new ArrayList<>();
    for (PartCopy copy : plan.copies()) {
      List<String> hashes =
          copy.runs().stream().filter(run -> run.responses() > 0).map(RunEntry::runHash).toList();
      if (!hashes.isEmpty()) {
        slices.add(new DetailSlice(IngestLayout.in(output, layout.detail(copy.part())), hashes));
      }
    }
    return DetailCompaction.copy(slices, staging, layout.detail(plan.number()));
  }

  private <T> StagedFile copy(
      Class<T> type,
      Function<Integer, String> place,
      Predicate<RunEntry> hasRows,
      Function<T, @Nullable String> runHash,
      String target)
      throws IOException {
    Table<T> table = Table.of(type);
    List<T> rows = new ArrayList<>();
    for (PartCopy copy : plan.copies()) {
      Set<String> hashes = new HashSet<>();
      copy.runs().stream().filter(hasRows).forEach(run -> hashes.add(run.runHash()));
      if (hashes.isEmpty()) {
        continue;
      }
      try (TableFileReader<T> reader =
          new TableFileReader<>(table, IngestLayout.in(output, place.apply(copy.part())))) {
        for (T row = reader.read(); row != null; row = reader.read()) {
          if (hashes.contains(runHash.apply(row))) {
            rows.add(row);
          }
        }
      }
    }
    rows.sort(table.keyOrder());
    try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
      for (T row : rows) {
        writer.write(row);
      }
      return writer.finish();
    }
  }

  private static boolean anyReported(PartCopy copy) {
    return copy.runs().stream().anyMatch(run -> run.reportedScores() > 0);
  }
}
