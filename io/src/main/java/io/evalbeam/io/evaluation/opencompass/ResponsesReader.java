package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads the answers of one model to one data set, shards merged, with their verdicts. */
final class ResponsesReader {
  private final FoundRun run;
  private final RunSink sink;
  private final RunIssues issues;
  private final PredictionFiles files;
  private final ModelDataset about;
  private final FileFaults faults;

  ResponsesReader(FoundRun run, RunSink sink) {
    this.run = run;
    this.sink = sink;
    this.issues = new RunIssues(run.location(), sink::issue);
    this.files = PredictionFiles.of(run);
    this.about = ModelDataset.of(run);
    this.faults = new FileFaults(issues, new ScoreRows(run), sink);
  }

  RunOutcome read() throws IOException, DamagedRunException {
    Optional<ResultsFile> results = results();
    Correctness correctness = results.map(ResultsFile::correctness).orElseGet(Correctness::new);
    ResponseRows rows = new ResponseRows(sink, issues, correctness);
    boolean complete = new MissingPredictions(run, sink, files).report();
    if (files.whole().isPresent()) {
      complete &= whole(files.whole().get(), rows);
    } else {
      complete &= shards(rows);
    }
    rows.addUnanswered(about.predictionsName());
    if (results.isEmpty()) {
      return new RunOutcome(rows.rejected(), null, 0);
    }
    StatedFigures stated = new StatedFigures(issues, files.results().get().name(), results.get());
    stated.correct(rows.meanCorrect());
    if (complete && rows.rejected() == 0) {
      stated.perplexity(rows.meanPerplexity());
    }
    return stated.outcome(rows.rejected());
  }

  /** Verdicts and figures. What is wrong with the file is said by the report's run. */
  private Optional<ResultsFile> results() throws IOException, DamagedRunException {
    if (files.results().isEmpty()) {
      return Optional.empty();
    }
    RunFile file = files.results().get();
    ResultsFile results = ResultsReader.withDetails(file);
    if (results.end().fault().isPresent() && results.correctness().replicas() > 1) {
      throw new DamagedRunException(
          Issue.rejected(
              IssueCode.PARSE_ERROR,
              FileIssues.STAGE,
              run.location() + "/" + file.name(),
              results.end().fault().get().place(),
              "",
              "The details are cut, so the number of instances is unknown and answers cannot be"
                  + " told to belong to an instance or a replica."));
    }
    return Optional.of(results);
  }

  /** Returns whether the file could be read to its end. */
  private boolean whole(RunFile file, ResponseRows rows) throws IOException, DamagedRunException {
    if (!files.shards().isEmpty()) {
      issues.info(
          IssueCode.DUPLICATE_CONFLICT,
          file.name(),
          "",
          "",
          "Predictions are there in one file and in shards; the one file counts, as in OpenCompass"
              + " itself.");
    }
    PredictionsReader.Read read = PredictionsReader.read(file, rows.of(file.name(), 0));
    faults.report(file.name(), about, read.end());
    return read.end().fault().isEmpty();
  }

  /** Returns whether all shards could be read to their ends. */
  private boolean shards(ResponseRows rows) throws IOException, DamagedRunException {
    boolean complete = true;
    ShardOffsets offsets = new ShardOffsets(files.shards());
    for (Map.Entry<Integer, RunFile> shard : files.shards().entrySet()) {
      String name = shard.getValue().name();
      long offset = offsets.of(shard.getKey());
      PredictionsReader.Read read = PredictionsReader.read(shard.getValue(), rows.of(name, offset));
      faults.report(name, about, read.end());
      offsets.read(shard.getKey(), read);
      complete &= read.end().fault().isEmpty();
    }
    return complete;
  }
}
