package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.CandidateBatch;
import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.RecordCoders;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;

/**
 * What the client finds before the pipeline starts: what may be runs, by names alone.
 *
 * @param batches candidates in batches
 * @param found issues of listing and naming
 * @param counted counts of the same
 */
record IngestInputs(List<CandidateBatch> batches, List<Issue> found, List<StageCount> counted) {

  /**
   * Lists the directory that runs are read from.
   *
   * @throws InvalidConfigurationException when there is nothing to read; what was published before
   *     then stays
   */
  static IngestInputs find(RunSource source) throws IOException {
    IngestSettings settings = source.settings();
    InputListing listing;
    try {
      listing = new InputTree(FindRuns.STAGE).list(source.directory());
    } catch (FileNotFoundException e) {
      throw new InvalidConfigurationException(List.of("--input=" + e.getMessage()));
    }
    Candidates candidates = RunFormats.of(settings).candidates(listing, settings.scope());
    if (candidates.candidates().isEmpty()) {
      requireIssues(source, listing, candidates);
    }
    List<Issue> issues = new ArrayList<>(listing.issues());
    issues.addAll(source.issues());
    candidates.issues().forEach(issue -> issues.add(Issues.ofStage(FindRuns.STAGE, issue)));
    List<StageCount> counts = new ArrayList<>(source.counts());
    // What looked like a run and cannot be one is a run that was read and rejected.
    long unusable = rejected(candidates.issues());
    count(counts, settings, "runs_read", unusable);
    count(counts, settings, "runs_rejected", unusable);
    count(counts, settings, "sources_incomplete", rejected(listing.issues()));
    return new IngestInputs(CandidateBatch.of(candidates.candidates()), issues, counts);
  }

  /** How many may be runs. */
  long candidates() {
    return batches.stream().mapToLong(batch -> batch.candidates().size()).sum();
  }

  PCollection<Issue> issues(Pipeline pipeline) {
    return pipeline.apply(
        "ListingIssues", Create.of(found).withCoder(RecordCoders.of(Issue.class)));
  }

  PCollection<StageCount> counts(Pipeline pipeline) {
    return pipeline.apply(
        "ListingCounts", Create.of(counted).withCoder(RecordCoders.of(StageCount.class)));
  }

  /** An input without candidates is a wrong input unless issues tell what became of its runs. */
  private static void requireIssues(RunSource source, InputListing listing, Candidates candidates) {
    IngestSettings settings = source.settings();
    String release = settings.release();
    if (candidates.issues().isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(
              "--input="
                  + source.directory()
                  + ": no runs of format "
                  + settings.format()
                  + " in "
                  + listing.files().size()
                  + " files"));
    }
    if (release != null) {
      // To go on would retire all runs because of a typing error.
      throw new InvalidConfigurationException(
          candidates.issues().stream()
              .map(issue -> "--release=" + release + ": " + issue.source() + ": " + issue.detail())
              .toList());
    }
  }

  private static long rejected(List<Issue> issues) {
    return issues.stream().filter(issue -> issue.severity() == IssueSeverity.REJECTED).count();
  }

  private static void count(
      List<StageCount> counts, IngestSettings settings, String measure, long count) {
    if (count > 0) {
      counts.add(settings.layout().count(measure, count));
    }
  }
}
