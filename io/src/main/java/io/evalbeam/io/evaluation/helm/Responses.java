package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.helm.RequestState.Completion;
import io.evalbeam.schemas.evaluation.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins requests with scores and hands on one response for each key: first in the order of the
 * requests, then keys that have scores only. Requests of one key follow each other.
 */
final class Responses implements ScenarioState.Sink {
  private static final HelmFile FILE = HelmFile.SCENARIO_STATE;

  private final ScoreTable table;
  private final ResponseBuilder builder;
  private final @Nullable ShownPredictions shown;
  private final Findings findings;
  private final RunSink sink;
  private final int scored;
  private final int predictedIndex;
  private final BitSet given = new BitSet();
  private final List<RequestState> group = new ArrayList<>();
  private int groupRow = KeyTable.NONE;
  private long unshown;

  Responses(
      ScoreTable table,
      ResponseBuilder builder,
      @Nullable ShownPredictions shown,
      Findings findings,
      RunSink sink) {
    this.table = table;
    this.builder = builder;
    this.shown = shown;
    this.findings = findings;
    this.sink = sink;
    this.scored = table.keys().size();
    this.predictedIndex = table.names().known("predicted_index");
  }

  @Override
  public void accept(RequestState request) throws IOException {
    int perturbation = table.perturbations().requested(request.perturbation());
    int row = table.keys().findOrAdd(request.instanceId(), perturbation, request.trial());
    if (row != groupRow) {
      give();
      groupRow = row;
    }
    if (given.get(row) || isRepeated(request)) {
      findings.note(Finding.REPEATED_REQUEST, FILE, table.describe(row), table.keys().id(row));
    } else {
      group.add(request);
    }
  }

  /** Whether the group has this request: several of one key must ask about several references. */
  private boolean isRepeated(RequestState request) {
    for (RequestState earlier : group) {
      if (request.referenceIndex() == null
          || (request.referenceIndex().equals(earlier.referenceIndex())
              && request.calibration() == earlier.calibration())) {
        return true;
      }
    }
    return false;
  }

  private void give() throws IOException {
    if (group.isEmpty()) {
      return;
    }
    RequestState request =
        group.size() == 1
            ? group.get(0)
            : ChosenReference.among(group, table.value(groupRow, predictedIndex));
    table.noteSpelling(groupRow, request.instanceId());
    if (groupRow >= scored) {
      findings.note(Finding.UNSCORED_REQUEST, FILE, table.describe(groupRow), request.instanceId());
    }
    Response response = builder.fromRequest(groupRow, request, groupRow < scored);
    compare(groupRow, request, response);
    given.set(groupRow);
    group.clear();
    sink.response(response);
  }

  private void compare(int row, RequestState request, Response response) {
    if (shown == null || request.completions().isEmpty() || row >= scored) {
      return;
    }
    Completion first = request.completions().get(0);
    if (!shown.isShown(row)) {
      unshown += isShowable(row) ? 1 : 0;
    } else if (response.output() != null && shown.contradicts(row, first.text())) {
      findings.note(Finding.PREDICTION_DIFFERS, FILE, table.describe(row), response.instanceId());
    }
  }

  /** Forgets the last key where requests about its other references may have been cut off. */
  void dropIncomplete() {
    if (!group.isEmpty() && group.get(0).referenceIndex() != null) {
      group.clear();
    }
  }

  /** Gives what is left: the last group, and keys without a request. */
  void finish() throws IOException {
    give();
    for (int row = given.nextClearBit(0); row < scored; row = given.nextClearBit(row + 1)) {
      findings.note(
          Finding.SCORES_WITHOUT_REQUEST, FILE, table.describe(row), table.keys().id(row));
      unshown += shown != null && !shown.isShown(row) && isShowable(row) ? 1 : 0;
      sink.response(builder.fromScores(row));
    }
  }

  private boolean isShowable(int row) {
    return table.perturbations().isUnique(table.keys().perturbation(row));
  }

  /** Scored keys that show no prediction although there is an answer, or nobody knows. */
  long unshown() {
    return unshown;
  }

  /** Number of keys with scores. */
  int scored() {
    return scored;
  }
}
