package io.evalbeam.io.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.cell.Utf8Reader;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;

/** Reads a collection {@code {"metadata": {...}, "models": [...]}} record by record. */
final class JsonModelsReader implements SourceReader {
  private final ReadLimits limits;
  private final JsonFactory factory;

  JsonModelsReader(ReadLimits limits) {
    this.limits = limits;
    this.factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(limits.recordCharacters())
                    .maxNestingDepth(limits.depth())
                    .build())
            // Python writes NaN; it costs its own value, not the file.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
  }

  @Override
  public ReadCounts read(InputStream in, SourceDescription description, RowSink sink)
      throws IOException {
    RowLedger ledger = new RowLedger(description, sink, limits);
    try (JsonParser parser = factory.createParser(new Utf8Reader(in))) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      readRoot(ledger, parser);
    } catch (MalformedTextException e) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN,
          "byte " + e.byteOffset(),
          "",
          e.getMessage() + " The rest was not read.");
    } catch (StreamConstraintsException e) {
      ledger.stop(IssueCode.LIMIT_EXCEEDED, place(e), "", e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN,
          place(e),
          "",
          e.getOriginalMessage() + " The rest was not read.");
    }
    return ledger.finish();
  }

  private void readRoot(RowLedger ledger, JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      ledger.stop(
          IssueCode.FORMAT_BROKEN, "/", "", "An object with a list of models was expected.");
      return;
    }
    boolean found = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      token = parser.nextToken();
      if (!key.equals("models")) {
        parser.skipChildren();
        continue;
      }
      if (found) {
        ledger.stop(IssueCode.FORMAT_BROKEN, "/models", "", "The key models is repeated.");
        return;
      }
      found = true;
      if (token != JsonToken.START_ARRAY) {
        ledger.stop(IssueCode.FORMAT_BROKEN, "/models", "", "A list of models was expected.");
        return;
      }
      if (!readModels(ledger, parser)) {
        return;
      }
    }
    if (!found) {
      ledger.stop(IssueCode.COLUMN_MISSING, "/models", "", "A list of models was expected.");
    } else if (parser.nextToken() != null) {
      ledger.stop(IssueCode.FORMAT_BROKEN, "end", "", "Nothing was expected after the object.");
    }
  }

  private boolean readModels(RowLedger ledger, JsonParser parser) throws IOException {
    JsonModelRows rows = new JsonModelRows(ledger);
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (!ledger.rowsLeft()) {
        return false;
      }
      JsonRecord.Content record = JsonRecord.read(parser, limits.recordValues());
      rows.row("/models/" + i, record);
    }
    return true;
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? "file"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
