package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/** Says what was wrong with a JSON file, as an issue and, where it matters for scores, as a row. */
record FileFaults(RunIssues issues, ScoreRows rows, RunSink sink) {

  void report(String file, ModelDataset about, JsonInput.End end) throws IOException {
    if (end.marked()) {
      issues.info(
          IssueCode.TEXT_REPAIRED, file, "byte 0", "", "A byte order mark was passed over.");
      sink.reported(rows.anomaly(file, about, "bom_json"));
    }
    if (end.trailing()) {
      issues.warning(
          IssueCode.TRAILING_BYTES, file, "end", "", "Nothing was expected after the value.");
    }
    if (end.fault().isPresent()) {
      JsonFault fault = end.fault().get();
      issues.rejected(fault.code(), file, fault.place(), "", fault.detail());
      boolean cut = fault.code() == IssueCode.PARSE_ERROR;
      sink.reported(rows.anomaly(file, about, cut ? "truncated_json" : "refused_json"));
    }
  }
}
