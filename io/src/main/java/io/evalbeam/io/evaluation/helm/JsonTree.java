package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/** Small JSON files as trees. */
final class JsonTree {
  // Specifications have a few kilobytes; what is larger is not one.
  private static final long MAX_BYTES = 1 << 20;

  private JsonTree() {}

  /** The object a file holds. */
  static JsonNode read(RunFile file, JsonFileReader reader)
      throws IOException, BrokenFileException {
    if (file.bytes() > MAX_BYTES) {
      throw new BrokenFileException(
          IssueCode.LIMIT_EXCEEDED, "file", "The file has more than " + MAX_BYTES + " bytes.");
    }
    JsonNode tree = reader.read(file, JsonTree::tree).value();
    if (!tree.isObject()) {
      throw new BrokenFileException(IssueCode.PARSE_ERROR, "/", "An object was expected.");
    }
    return tree;
  }

  private static JsonNode tree(JsonParser parser) throws IOException, BrokenFileException {
    if (parser.nextToken() == null) {
      throw new BrokenFileException(IssueCode.PARSE_ERROR, "byte 0", "The file is empty.");
    }
    return parser.readValueAsTree();
  }
}
