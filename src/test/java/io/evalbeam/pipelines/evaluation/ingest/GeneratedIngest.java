package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.EvaluationReferences;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Publishes runs that are made up instead of found, with everything that ingestion itself uses to
 * write parts, register and manifest, but without a pipeline.
 */
public final class GeneratedIngest {
  private static final String INGESTED_AT = "2026-05-01T00:00:00Z";

  private final IngestSettings settings;
  private final Supplier<RunFormat> formats;

  /**
   * Prepares.
   *
   * @param formats gives each thread a format that reads the runs
   */
  public GeneratedIngest(String source, String benchmark, Supplier<RunFormat> formats) {
    this.settings =
        new IngestSettings(
            "helm",
            source,
            benchmark,
            null,
            INGESTED_AT,
            IdentityRules.STANDARD,
            new EvaluationReferences(Map.of()),
            List.of());
    this.formats = formats;
  }

  /**
   * Writes and publishes parts into a fresh output directory.
   *
   * @param parts runs of each part, sorted by task and model
   */
  public void write(String output, List<List<FoundRun>> parts, int threads) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Publication publication = Publication.begin(output, settings.layout().stage());
    publication.claim();
    List<Written> written = writeParts(parts, publication.staging(), threads);
    List<StagedFile> files = new ArrayList<>();
    List<RunEntry> entries = new ArrayList<>();
    for (Written part : written) {
      files.addAll(part.files());
      entries.addAll(part.entries());
    }
    IngestLayout layout = settings.layout();
    files.add(table(RunEntry.class, entries, publication.staging(), layout.runs()));
    files.add(table(Issue.class, List.of(), publication.staging(), layout.issues()));
    files.sort(Comparator.comparing(StagedFile::target));
    StageResult result = new StageResult(files, counts(entries, parts.size()), List.of());
    publication.publish(result, IngestPublication.plan(result, Optional.empty(), settings));
  }

  /** A part that was written. */
  private record Written(List<StagedFile> files, List<RunEntry> entries) {}

  private List<Written> writeParts(List<List<FoundRun>> parts, String staging, int threads)
      throws IOException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Written>>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        futures.add(
            pool.submit(
                () -> {
                  RunContext context = new RunContext(settings, formats.get());
                  List<Written> written = new ArrayList<>();
                  for (int i = next.getAndIncrement(); i < parts.size(); ) {
                    written.add(writePart(context, parts.get(i), staging, i + 1));
                    i = next.getAndIncrement();
                  }
                  return written;
                }));
      }
      List<Written> written = new ArrayList<>();
      for (Future<List<Written>> future : futures) {
        written.addAll(future.get());
      }
      return written;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Written writePart(
      RunContext context, List<FoundRun> runs, String staging, int number)
      throws IOException, DamagedRunException {
    try (PartWriter part = new PartWriter(context, staging, number)) {
      for (FoundRun run : runs) {
        part.read(new PlannedRun(run, RunStatus.LIVE));
      }
      return new Written(part.finish(), part.entries());
    }
  }

  private static <T> StagedFile table(Class<T> type, List<T> rows, String staging, String target)
      throws IOException {
    Table<T> table = Table.of(type);
    try (TableFileWriter<T> writer = new TableFileWriter<>(table, staging, target)) {
      for (T row : rows.stream().sorted(table.keyOrder()).toList()) {
        writer.write(row);
      }
      return writer.finish();
    }
  }

  private List<StageCount> counts(List<RunEntry> entries, int parts) {
    long rows = entries.stream().mapToLong(RunEntry::responses).sum();
    return List.of(
        count(PlanParts.NEXT_PART, parts + 1L),
        count("rows_kept", rows),
        count("rows_read", rows),
        count("runs_live", entries.size()),
        count("runs_new", entries.size()),
        count("runs_read", entries.size()));
  }

  private StageCount count(String measure, long count) {
    return new StageCount(settings.layout().stage(), measure, settings.layout().name(), count);
  }
}
