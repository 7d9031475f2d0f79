package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Says which predictions a run should have and has not. */
final class MissingPredictions {
  private final FoundRun run;
  private final RunSink sink;
  private final PredictionFiles files;
  private final RunIssues issues;
  private final ModelDataset about;

  MissingPredictions(FoundRun run, RunSink sink, PredictionFiles files) {
    this.run = run;
    this.sink = sink;
    this.files = files;
    this.issues = new RunIssues(run.location(), sink::issue);
    this.about = ModelDataset.of(run);
  }

  /** Returns whether everything is there that names tell of. */
  boolean report() throws IOException, DamagedRunException {
    boolean complete = files.any();
    for (Map.Entry<Integer, RunFile> file : files.unfinished().entrySet()) {
      if (files.isUnfinished(file.getKey())) {
        unfinished(file.getValue());
        complete = false;
      }
    }
    if (files.whole().isEmpty() && !files.shards().isEmpty()) {
      complete &= !holes();
    }
    if (!files.any() && files.unfinished().isEmpty()) {
      issues.warning(
          IssueCode.FILE_MISSING,
          about.predictionsName(),
          "",
          "",
          "The directory holds no predictions for this model and data set.");
    }
    return complete;
  }

  private void unfinished(RunFile file) throws IOException, DamagedRunException {
    long answers =
        file.name().endsWith(StampLayout.JSON)
            ? PredictionsReader.count(file).entries()
            : lines(file);
    issues.warning(
        IssueCode.INFERENCE_UNFINISHED,
        file.name(),
        "",
        "",
        "The model had answered " + answers + " questions when the run ended.");
  }

  /** Complete lines; the last one may be cut. */
  private static long lines(RunFile file) throws IOException, DamagedRunException {
    try (RunFileInput input = RunFileInput.open(file)) {
      InputStream stream = new BufferedInputStream(input.stream());
      long lines = 0;
      for (int value = stream.read(); value >= 0; value = stream.read()) {
        lines += value == '\n' ? 1 : 0;
      }
      input.verify();
      return lines;
    }
  }

  private boolean holes() throws IOException {
    boolean found = false;
    for (int i = 0; i < files.shards().lastKey(); i++) {
      if (!files.shards().containsKey(i) && !files.unfinished().containsKey(i)) {
        String name = about.predictionsName() + "_" + i + StampLayout.JSON;
        issues.warning(
            IssueCode.SHARD_MISSING,
            name,
            "",
            "",
            "The shard is not there; its instances have no texts. Scores stay valid.");
        sink.reported(new ScoreRows(run).anomaly(name, about, "missing_shard"));
        found = true;
      }
    }
    return found;
  }
}
