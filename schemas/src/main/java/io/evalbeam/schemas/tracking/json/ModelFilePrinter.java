package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Two spaces, line feeds on every platform, {@code "key": value}, empty lists as {@code []}. */
final class ModelFilePrinter extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1L;
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  ModelFilePrinter() {
    _objectIndenter = INDENTER;
    _arrayIndenter = INDENTER;
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new ModelFilePrinter();
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
    generator.writeRaw(": ");
  }

  @Override
  public void writeEndArray(JsonGenerator generator, int count) throws IOException {
    if (count > 0) {
      super.writeEndArray(generator, count);
      return;
    }
    _nesting--;
    generator.writeRaw(']');
  }

  @Override
  public void writeEndObject(JsonGenerator generator, int count) throws IOException {
    if (count > 0) {
      super.writeEndObject(generator, count);
      return;
    }
    _nesting--;
    generator.writeRaw('}');
  }
}
