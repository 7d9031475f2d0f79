package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.io.files.Progress;
import io.evalbeam.io.models.ModelFileReader;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.json.SourceRowJson;
import io.evalbeam.transforms.tracking.TrackingTags;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/** Streams the rows of one model file. */
final class ReadScraped extends DoFn<String, SourceRow> {
  /** The rows; issues, counts and inputs go out under their own tags. */
  static final TupleTag<SourceRow> ROWS = new TupleTag<>() {};

  private static final String SUFFIX = "_models.json";
  private static final int BUFFER = 1 << 16;

  private final String stage;

  ReadScraped(String stage) {
    this.stage = stage;
  }

  /** Name of the source whose rows a model file holds. */
  static String sourceOf(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
  }

  @ProcessElement
  public void process(@Element String path, MultiOutputReceiver out) throws IOException {
    String source = sourceOf(path);
    ModelFileReader reader =
        new ModelFileReader(
            stage,
            source,
            (model, row) -> out.get(ROWS).output(SourceRowJson.toSourceRow(model, source, row)),
            issue -> emit(out, source, issue));
    try (HashingInput in =
        new HashingInput(
            new BufferedInputStream(Progress.counting(BeamFiles.open(path)), BUFFER))) {
      reader.read(in);
      in.drain();
      String name = path.substring(path.lastIndexOf('/') + 1);
      out.get(CollectResult.INPUTS).output(new InputFile(source, name, in.sha256(), in.bytes()));
    }
    count(out, "rows_read", source, reader.read());
    count(out, "rows_kept", source, reader.kept());
    count(out, "rows_rejected", source, reader.read() - reader.kept());
    count(out, "sources_incomplete", source, reader.complete() ? 0 : 1);
  }

  private void emit(MultiOutputReceiver out, String source, Issue issue) {
    out.get(TrackingTags.ISSUES).output(issue);
    boolean rejected = issue.severity() == IssueSeverity.REJECTED;
    count(out, rejected ? "issues_rejected" : "issues_warning", source, 1);
  }

  private void count(MultiOutputReceiver out, String measure, String source, long count) {
    out.get(TrackingTags.COUNTS).output(new StageCount(stage, measure, source, count));
  }
}
