package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.CandidateBatch;
import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.schemas.issue.Issue;
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
   * Lists the input, after fetching what it lacks if it is a published project.
   *
   * @throws InvalidConfigurationException when there is nothing to read
   */
  static IngestInputs find(IngestEvalsOptions options, IngestSettings settings, Console console)
      throws IOException {
    String input = options.getInput();
    if (input == null) {
      throw new InvalidConfigurationException(List.of("--input: required"));
    }
    PublishedProject project = PublishedProject.of(input, options, settings, console);
    InputListing listing;
    try {
      listing = new InputTree(FindRuns.STAGE).list(project.directory());
    } catch (FileNotFoundException e) {
      throw new InvalidConfigurationException(List.of("--input=" + e.getMessage()));
    }
    Candidates candidates = RunFormats.of(settings).candidates(listing, project.scope());
    if (candidates.candidates().isEmpty() && candidates.issues().isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(
              "--input="
                  + input
                  + ": no runs of format "
                  + settings.format()
                  + " in "
                  + listing.files().size()
                  + " files"));
    }
    List<Issue> issues = new ArrayList<>(listing.issues());
    issues.addAll(project.issues());
    candidates.issues().forEach(issue -> issues.add(Issues.ofStage(FindRuns.STAGE, issue)));
    return new IngestInputs(CandidateBatch.of(candidates.candidates()), issues, project.counts());
  }

  PCollection<Issue> issues(Pipeline pipeline) {
    return pipeline.apply(
        "ListingIssues", Create.of(found).withCoder(RecordCoders.of(Issue.class)));
  }

  PCollection<StageCount> counts(Pipeline pipeline) {
    return pipeline.apply(
        "ListingCounts", Create.of(counted).withCoder(RecordCoders.of(StageCount.class)));
  }
}
