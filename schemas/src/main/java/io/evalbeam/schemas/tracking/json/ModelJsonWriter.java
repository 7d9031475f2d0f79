package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.DecimalText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Writes model files: {@code {"metadata": {saved_at, source, last_updated, model_count, stage},
 * "models": [...]}}, indented by two spaces, everything beyond ASCII escaped. Training compute is
 * text with three significant digits. Models are written one by one, so a file of any size needs no
 * more memory than its largest model.
 */
public final class ModelJsonWriter {
  private static final int FLOP_FRACTION_DIGITS = 2;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
              .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
              .build());

  private final ModelVocabulary vocabulary;

  public ModelJsonWriter(ModelVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A generator with the layout of model files; closing it closes the stream. */
  public static JsonGenerator newGenerator(OutputStream out) throws IOException {
    return MAPPER.getFactory().createGenerator(out).setPrettyPrinter(new ModelFilePrinter());
  }

  /**
   * Writes a whole file.
   *
   * @param source source name, or {@code consolidated_estimated}
   * @param stage {@code scraped} or {@code estimated}
   * @param savedAt ISO date-time with Z, given by the caller because output knows no clock
   */
  public void writeFile(
      JsonGenerator out,
      String source,
      String stage,
      String savedAt,
      int modelCount,
      Iterable<ModelJson> models)
      throws IOException {
    out.writeStartObject();
    writeMetadata(out, source, stage, savedAt, modelCount);
    out.writeArrayFieldStart("models");
    for (ModelJson model : models) {
      write(out, model);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.flush();
  }

  /** Writes the field {@code metadata} of a file; parameters as in {@link #writeFile}. */
  public void writeMetadata(
      JsonGenerator out, String source, String stage, String savedAt, int modelCount)
      throws IOException {
    out.writeObjectFieldStart("metadata");
    writeText(out, "saved_at", vocabulary.time(savedAt));
    writeText(out, "source", source);
    writeText(out, "last_updated", vocabulary.time(savedAt));
    out.writeNumberField("model_count", modelCount);
    writeText(out, "stage", stage);
    out.writeEndObject();
  }

  /** Writes one model as an object. */
  public void write(JsonGenerator out, ModelJson model) throws IOException {
    out.writeStartObject();
    writeText(out, "name", model.name());
    writeText(out, "developer", model.developer());
    writeText(out, "release_date", model.releaseDate());
    writeCount(out, "parameters", model.parameters());
    writeText(out, "parameter_source", model.parameterSource());
    Long contextLength = model.contextLength();
    writeCount(out, "context_length", contextLength == null ? null : contextLength.doubleValue());
    writeText(out, "architecture", model.architecture());
    writeText(out, "training_flop", flopText(model.trainingFlop()));
    writeText(out, "training_flop_confidence", model.confidence().key());
    writeText(out, "estimation_method", vocabulary.method(model.method()));
    writeAlternatives(out, model);
    writeNumber(out, "inference_flop_per_token", model.inferenceFlopPerToken());
    writeText(
        out,
        "threshold_classification",
        vocabulary.thresholdClass(model.thresholdClass(), model.threshold()));
    out.writeObjectFieldStart("benchmarks");
    for (BenchmarkScore score : model.benchmarks()) {
      writeNumber(out, score.benchmark(), score.value());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("sources");
    for (String source : model.sources()) {
      out.writeString(source);
    }
    out.writeEndArray();
    writeText(out, "reasoning", model.reasoning());
    writeText(out, "last_updated", vocabulary.time(model.lastUpdated()));
    out.writeFieldName("metadata");
    out.writeTree(model.metadata());
    out.writeEndObject();
  }

  private void writeAlternatives(JsonGenerator out, ModelJson model) throws IOException {
    out.writeArrayFieldStart("alternative_estimates");
    for (AlternativeEstimate alternative : model.alternatives()) {
      out.writeStartObject();
      writeText(out, "flop", flopText(alternative.flop()));
      writeText(out, "confidence", alternative.confidence().key());
      writeText(out, "method", vocabulary.method(alternative.method()));
      writeText(out, "reasoning", alternative.reasoning());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static @Nullable String flopText(@Nullable Double flop) {
    return flop == null ? null : DecimalText.scientific(flop, FLOP_FRACTION_DIGITS);
  }

  private static void writeText(JsonGenerator out, String key, @Nullable String value)
      throws IOException {
    out.writeFieldName(key);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value);
    }
  }

  private static void writeNumber(JsonGenerator out, String key, @Nullable Double value)
      throws IOException {
    out.writeFieldName(key);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeNumber(DecimalText.shortest(value));
    }
  }

  /** Whole numbers without a point, whatever their size. */
  private static void writeCount(JsonGenerator out, String key, @Nullable Double value)
      throws IOException {
    if (value == null || value != Math.rint(value)) {
      writeNumber(out, key, value);
      return;
    }
    out.writeFieldName(key);
    out.writeNumber(new BigDecimal(value).toBigInteger());
  }
}
