package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.tracking.curation.CuratedNames;
import io.evalbeam.pipelines.tracking.curation.CuratedPair;
import io.evalbeam.pipelines.tracking.curation.DecisionsFile;
import io.evalbeam.pipelines.tracking.curation.EstimatedModels;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CuratedRow;
import io.evalbeam.transforms.curate.Decision;
import io.evalbeam.transforms.curate.DecisionLog;
import io.evalbeam.transforms.curate.NameMatcher;
import io.evalbeam.transforms.curate.ReviewCandidate;
import io.evalbeam.transforms.curate.ReviewQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a review needs: the curated tables, their estimates and the decisions so far. */
final class ReviewDesk {
  private final CuratedPair tables;
  private final CsvTable above;
  private final List<TrackedModel> models;
  private final DecisionsFile decisionsFile;
  private final List<Decision> decisions;
  private final int linesNotUnderstood;
  private final NameMatcher matcher;

  private ReviewDesk(
      CuratedPair tables,
      CsvTable above,
      List<TrackedModel> models,
      DecisionsFile decisionsFile,
      DecisionLog.Parsed decisions,
      NameMatcher matcher) {
    this.tables = tables;
    this.above = above;
    this.models = models;
    this.decisionsFile = decisionsFile;
    this.decisions = new ArrayList<>(decisions.decisions());
    this.linesNotUnderstood = decisions.issues().size();
    this.matcher = matcher;
  }

  /**
   * Reads everything.
   *
   * @throws InvalidConfigurationException when there is nothing to review or a file is damaged
   */
  static ReviewDesk open(ReviewModelsOptions options) throws IOException {
    String output = options.getOutput();
    EstimatedModels estimates = EstimatedModels.in(output);
    CuratedPair tables = CuratedPair.in(output, estimates.threshold());
    tables.check();
    CsvTable above = tables.table(CuratedTable.ABOVE);
    if (above == null) {
      throw new InvalidConfigurationException(
          List.of(output + ": there are no curated tables; run curate-models first"));
    }
    DecisionsFile decisionsFile = DecisionsFile.of(options.getDecisions(), output);
    List<TrackedModel> models = estimates.read();
    return new ReviewDesk(
        tables,
        above,
        models,
        decisionsFile,
        decisionsFile.read(),
        CuratedNames.matcher(options.getPolicy(), models));
  }

  /** Candidates that nobody reviewed, most compute first. */
  List<ReviewCandidate> queue() {
    return ReviewQueue.open(above, models, decisions, matcher);
  }

  /**
   * The one row that a person means, in either table.
   *
   * @param option that the name was given with, for messages
   * @throws InvalidConfigurationException when there is none or more than one
   */
  ReviewCandidate named(String option, String name, @Nullable String developer) {
    List<ReviewCandidate> found = new ArrayList<>();
    for (CuratedTable which : CuratedTable.values()) {
      CsvTable rows = tables.table(which);
      if (rows != null) {
        found.addAll(ReviewQueue.named(name, which, rows, models, matcher));
      }
    }
    if (developer != null) {
      found.removeIf(candidate -> !candidate.row().developer().equalsIgnoreCase(developer.strip()));
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String start = option + "=" + name + ": ";
    if (found.isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(start + "no row of the curated tables has this name" + of(developer)));
    }
    List<String> problems = new ArrayList<>();
    problems.add(start + "several rows may be meant; add --developer");
    for (ReviewCandidate candidate : found) {
      CuratedRow row = candidate.row();
      problems.add(
          "  " + row.model() + " of " + row.developer() + ", table " + candidate.table().key());
    }
    throw new InvalidConfigurationException(problems);
  }

  private static String of(@Nullable String developer) {
    return developer == null ? "" : " with the developer " + developer;
  }

  /** Appends those decisions that the file does not hold yet; returns how many were new. */
  int record(List<Decision> made) throws IOException {
    Set<String> known = new HashSet<>();
    decisions.forEach(decision -> known.add(decision.id()));
    List<Decision> fresh = made.stream().filter(decision -> known.add(decision.id())).toList();
    if (!fresh.isEmpty()) {
      decisionsFile.append(fresh);
      decisions.addAll(fresh);
    }
    return fresh.size();
  }

  /** Lines of the decisions file that are no decisions; they stay, and count for nothing. */
  int linesNotUnderstood() {
    return linesNotUnderstood;
  }

  /** Where decisions are kept. */
  String decisionsPath() {
    return decisionsFile.path();
  }
}
