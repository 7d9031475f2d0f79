package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.JsonLines;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines of a samples file into rows of one task. The same line gives the same row every time.
 * Lines that belong to no task are reported with the file's first task.
 */
final class RowReader {
  private static final int EXCERPT_BYTES = 200;

  private final Aggregate aggregate;
  private final String task;
  private final boolean firstTask;
  private final RowRouting routing;

  RowReader(Aggregate aggregate, String task) {
    this.aggregate = aggregate;
    this.task = task;
    this.firstTask = aggregate.tasks().get(0).equals(task);
    this.routing = new RowRouting(aggregate);
  }

  /** Why a line is no row. */
  record Fault(IssueCode code, String excerpt, String detail) {}

  /**
   * The row in a line.
   *
   * @param faults takes the reason when the line is damaged
   * @return null when the line is damaged or of another task
   */
  @Nullable SampleRow read(JsonLines.Line line, Consumer<Fault> faults) {
    Consumer<Fault> own = firstTask ? faults : fault -> {};
    if (line.tooLong()) {
      own.accept(
          new Fault(
              IssueCode.LIMIT_EXCEEDED,
              "",
              "A row of at most " + (Limits.MAX_LINE_BYTES >> 20) + " MiB was expected."));
      return null;
    }
    JsonNode json = parse(line, own);
    if (json == null) {
      return null;
    }
    RowRouting.Route route = routing.route(json);
    AggregateResult result = route.result();
    if (result != null && !result.task().equals(task)) {
      return null;
    }
    Consumer<Fault> reporter = result == null ? own : faults;
    String sampleId = StrictJson.scalar(json, "sample_id");
    Fault fault = fault(json, sampleId, result);
    if (fault != null) {
      reporter.accept(fault);
    }
    return fault != null || result == null || sampleId == null
        ? null
        : SampleRow.of(json, route, result, sampleId);
  }

  private @Nullable Fault fault(
      JsonNode json, @Nullable String sampleId, @Nullable AggregateResult result) {
    String modelId = StrictJson.text(json, "model_id");
    if (sampleId == null || sampleId.isEmpty() || !json.path("evaluation").isObject()) {
      return new Fault(
          IssueCode.TYPE_UNEXPECTED, "", "A sample_id and an evaluation object were expected.");
    }
    if (modelId != null && !modelId.equals(aggregate.modelId())) {
      return new Fault(
          IssueCode.VALUES_CONFLICT,
          modelId,
          "The row is of another model than its aggregate, " + aggregate.modelId() + ".");
    }
    if (result == null) {
      return new Fault(
          IssueCode.REFERENCE_DANGLING,
          String.valueOf(StrictJson.text(json, "evaluation_result_id")),
          "The aggregate has no result that this row could be part of.");
    }
    return null;
  }

  private static @Nullable JsonNode parse(JsonLines.Line line, Consumer<Fault> faults) {
    String reason;
    try {
      Optional<JsonNode> object = StrictJson.object(line.bytes(), line.length());
      if (object.isPresent()) {
        return object.get();
      }
      reason = "A JSON object was expected.";
    } catch (JsonProcessingException e) {
      reason = "The line is no valid JSON: " + e.getOriginalMessage();
    } catch (IOException e) {
      // Bytes in memory cannot fail to be read: they are no text.
      reason = "The line is no JSON text: " + e.getMessage();
    }
    faults.accept(new Fault(IssueCode.PARSE_ERROR, excerpt(line), reason));
    return null;
  }

  private static String excerpt(JsonLines.Line line) {
    int length = Math.min(line.length(), EXCERPT_BYTES);
    return new String(line.bytes(), 0, length, StandardCharsets.UTF_8);
  }
}
