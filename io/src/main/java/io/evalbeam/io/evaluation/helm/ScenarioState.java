package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/** Streams the requests of {@code scenario_state.json}. */
final class ScenarioState {
  /** Takes requests in the order of the file. */
  @FunctionalInterface
  interface Sink {
    void accept(RequestState request) throws IOException;
  }

  private ScenarioState() {}

  /**
   * Hands all requests on.
   *
   * @return the number of elements, including those left out for want of an id or a trial
   * @throws BrokenFileException when there is no list of requests
   */
  static long read(JsonParser parser, Findings findings, Sink sink)
      throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BrokenFileException(IssueCode.PARSE_ERROR, "byte 0", "An object was expected.");
    }
    boolean found = false;
    long requests = 0;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (field.equals("request_states") && token == JsonToken.START_ARRAY) {
        found = true;
        requests += readRequests(parser, findings, sink);
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "/request_states", "A list of requests was expected.");
    }
    return requests;
  }

  private static long readRequests(JsonParser parser, Findings findings, Sink sink)
      throws IOException {
    int i = 0;
    for (; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      RequestState request = RequestStateReader.read(parser);
      if (request == null) {
        findings.note(Finding.UNUSABLE_ENTRY, HelmFile.SCENARIO_STATE, "/request_states/" + i, "");
      } else {
        sink.accept(request);
      }
    }
    return i;
  }
}
