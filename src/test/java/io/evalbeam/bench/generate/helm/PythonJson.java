package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON as Python's {@code json.dumps(value, indent=2)} lays it out: what HELM writes. */
final class PythonJson {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private PythonJson() {}

  /** Begins a file. */
  static JsonGenerator create(Path file) throws IOException {
    JsonGenerator json =
        FACTORY.createGenerator(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    json.setPrettyPrinter(new Layout());
    return json;
  }

  /** Two blanks a level, empty arrays and objects without a blank. */
  private static final class Layout extends DefaultPrettyPrinter {
    Layout() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      indentObjectsWith(indenter);
      indentArraysWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new Layout();
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      _nesting--;
      if (values > 0) {
        _arrayIndenter.writeIndentation(json, _nesting);
      }
      json.writeRaw(']');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int members) throws IOException {
      _nesting--;
      if (members > 0) {
        _objectIndenter.writeIndentation(json, _nesting);
      }
      json.writeRaw('}');
    }
  }
}
