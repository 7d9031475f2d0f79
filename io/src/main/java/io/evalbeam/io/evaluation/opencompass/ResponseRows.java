package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes responses of answers and verdicts. The instance is the index in the data set, which is
 * equal in all runs; with replicas, answers follow each other replica by replica.
 */
final class ResponseRows {
  // 1 for a correct answer and 0 for a wrong one; perplexity of a text, where lower is better.
  private static final List<String> METRICS = List.of("correct", "ppl");

  private final RunSink sink;
  private final RunIssues issues;
  private final Correctness correctness;
  private final BitSet seen = new BitSet();
  private final MetricMean meanCorrect = new MetricMean();
  private final MetricMean meanPerplexity = new MetricMean();
  private long rejected;

  ResponseRows(RunSink sink, RunIssues issues, Correctness correctness) {
    this.sink = sink;
    this.issues = issues;
    this.correctness = correctness;
  }

  /** Takes the entries of a file whose first entry has an index, which may be unknown. */
  PredictionsReader.Handler of(String file, long offset) {
    return new PredictionsReader.Handler() {
      @Override
      public void entry(int index, PredictionEntry entry) throws IOException {
        long global = offset + index;
        if (offset == ShardOffsets.UNKNOWN) {
          reject(
              IssueCode.SHARD_MISSING,
              file,
              Integer.toString(index),
              "Shards before are missing and none tells their length: the instance is unknown.");
        } else if (global >= PredictionIndex.LIMIT) {
          reject(IssueCode.LIMIT_EXCEEDED, file, Long.toString(global), "The index is too large.");
        } else if (seen.get((int) global)) {
          reject(
              IssueCode.DUPLICATE_CONFLICT,
              file,
              Long.toString(global),
              "The index occurs twice; the first answer counts.");
        } else {
          seen.set((int) global);
          response(file, (int) global, entry);
        }
      }

      @Override
      public void refused(String key, String reason) {
        reject(IssueCode.TYPE_UNEXPECTED, file, key, reason);
      }
    };
  }

  private void reject(IssueCode code, String file, String key, String detail) {
    rejected++;
    issues.rejected(code, file, "/" + key, key, detail);
  }

  private void response(String file, int index, PredictionEntry entry) throws IOException {
    Double perplexity = entry.perplexity();
    if (perplexity != null && !Double.isFinite(perplexity)) {
      issues.rejected(
          IssueCode.NON_FINITE_SCORE,
          file,
          "/" + index + "/ppl",
          String.valueOf(perplexity),
          "The perplexity is no number; the response has no score.");
      perplexity = null;
    }
    add(index, entry, TextStatus.AVAILABLE, perplexity);
  }

  /**
   * Adds verdicts whose answers are not there: the score counts, the text is missing.
   *
   * @param predictions where the answers should be
   */
  void addUnanswered(String predictions) throws IOException {
    PredictionEntry none = new PredictionEntry(null, List.of(), null, null, null, null);
    long answered = seen.cardinality();
    long added = 0;
    for (int replica = 0; replica < correctness.replicas(); replica++) {
      for (int instance = correctness.nextKnown(replica, 0);
          instance >= 0;
          instance = correctness.nextKnown(replica, instance + 1)) {
        long index = (long) replica * correctness.instances() + instance;
        if (index < PredictionIndex.LIMIT && !seen.get((int) index)) {
          add((int) index, none, TextStatus.MISSING, null);
          added++;
        }
      }
    }
    if (added > 0) {
      issues.warning(
          IssueCode.PREDICTIONS_MISSING,
          predictions,
          "",
          "",
          added + " scored answers have no prediction; " + answered + " have one.");
    }
  }

  private void add(int index, PredictionEntry entry, TextStatus status, @Nullable Double perplexity)
      throws IOException {
    boolean replicas = correctness.replicas() > 1;
    int instance = replicas ? index % correctness.instances() : index;
    int trial = replicas ? index / correctness.instances() : 0;
    Boolean verdict = correctness.get(instance, trial);
    Double correct = verdict == null ? null : verdict ? 1.0 : 0.0;
    meanCorrect.add(correct);
    meanPerplexity.add(perplexity);
    String key = Integer.toString(instance);
    sink.response(
        new Response(
            key,
            key,
            null,
            null,
            null,
            trial,
            entry.question(),
            entry.references(),
            entry.output(),
            null,
            status,
            metrics(correct, perplexity),
            entry.promptTokens(),
            entry.outputTokens(),
            null,
            null,
            null,
            null));
  }

  private static MetricValues metrics(@Nullable Double correct, @Nullable Double perplexity) {
    double first = correct == null ? Double.NaN : correct;
    if (perplexity != null) {
      return MetricValues.of(METRICS, new double[] {first, perplexity});
    }
    return correct == null ? MetricValues.NONE : MetricValues.of(METRICS, new double[] {first});
  }

  /** Share of correct answers among those with a verdict. */
  MetricMean meanCorrect() {
    return meanCorrect;
  }

  /** Mean perplexity of the texts that have one. */
  MetricMean meanPerplexity() {
    return meanPerplexity;
  }

  /** Entries that became no response, each with an issue. */
  long rejected() {
    return rejected;
  }
}
