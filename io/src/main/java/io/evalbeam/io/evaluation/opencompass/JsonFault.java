package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.evalbeam.schemas.issue.IssueCode;

/**
 * Where and why a JSON file could not be read on.
 *
 * @param code parse error, limit or unexpected type
 * @param place byte offset in the file
 * @param detail what was wrong, as a sentence
 */
record JsonFault(IssueCode code, String place, String detail) {

  static JsonFault of(JsonProcessingException e, int skippedBytes) {
    IssueCode code =
        e instanceof StreamConstraintsException
            ? IssueCode.LIMIT_EXCEEDED
            : e instanceof UnexpectedValueException
                ? IssueCode.TYPE_UNEXPECTED
                : IssueCode.PARSE_ERROR;
    JsonLocation location = e.getLocation();
    String place =
        location == null || location.getByteOffset() < 0
            ? "end"
            : "byte " + (location.getByteOffset() + skippedBytes);
    return new JsonFault(
        code, place, e.getOriginalMessage() + " What stands before was read, the rest was not.");
  }

  /** A value of another type than the format gives it; ends the file like a syntax error. */
  static final class UnexpectedValueException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    UnexpectedValueException(JsonParser parser, String message) {
      super(parser, message);
    }
  }
}
