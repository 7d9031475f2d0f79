package io.evalbeam.io.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.json.ModelJson;
import io.evalbeam.schemas.tracking.json.ModelJsonReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** Reads model files as streams: one model at a time, whatever the size of the file. */
public final class ModelFileReader {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_TEXT = 4 << 20;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(StreamReadFeature.AUTO_CLOSE_SOURCE) // the caller reads on to hash the file
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_TEXT)
                      .build())
              .build());

  private final String stage;
  private final String source;
  private final ObjIntConsumer<ModelJson> models;
  private final Consumer<Issue> issues;
  private int row;
  private int kept;
  private boolean complete = true;

  /**
   * A reader of one file.
   *
   * @param stage command, for issues
   * @param source name of the file, for issues
   * @param models takes each model with its position in the list, from 1
   * @param issues takes what is wrong with the file
   */
  public ModelFileReader(
      String stage, String source, ObjIntConsumer<ModelJson> models, Consumer<Issue> issues) {
    this.stage = stage;
    this.source = source;
    this.models = models;
    this.issues = issues;
  }

  /**
   * Reads a file; broken JSON becomes an issue, what stands before it is kept.
   *
   * @throws IOException when the bytes could not be read
   */
  public void read(InputStream in) throws IOException {
    try (JsonParser parser = MAPPER.getFactory().createParser(in)) {
      if (findModels(parser)) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readModel(parser);
        }
      } else {
        reject(IssueCode.FORMAT_BROKEN, "$.models", "a list of models was expected");
      }
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "file" : "line " + e.getLocation().getLineNr();
      reject(IssueCode.FORMAT_BROKEN, place, e.getOriginalMessage());
    } catch (CharConversionException e) {
      // Zero bytes in front, such as a crash leaves behind, are taken for UTF-32.
      reject(IssueCode.FORMAT_BROKEN, "file", "no JSON text: " + e.getMessage());
    }
    if (row == 0 && complete) {
      reject(IssueCode.SOURCE_EMPTY, "$.models", "at least one model was expected");
    }
  }

  /** Entries found in the list. */
  public int read() {
    return row;
  }

  /** Whether the list was read to its end and held anything. */
  public boolean complete() {
    return complete;
  }

  /** Entries delivered. */
  public int kept() {
    return kept;
  }

  private void readModel(JsonParser parser) throws IOException {
    row++;
    JsonNode node = MAPPER.readTree(parser);
    ModelJsonReader.Reading reading =
        ModelJsonReader.read(node, stage, source, "$.models[" + (row - 1) + "]");
    reading.issues().forEach(issues);
    ModelJson model = reading.model();
    if (model != null) {
      kept++;
      models.accept(model, row);
    }
  }

  private static boolean findModels(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals("models");
      JsonToken value = parser.nextToken();
      if (found) {
        return value == JsonToken.START_ARRAY;
      }
      parser.skipChildren();
    }
    return false;
  }

  private void reject(IssueCode code, String location, String detail) {
    complete = false;
    issues.accept(Issue.rejected(code, stage, source, location, "", detail));
  }
}
