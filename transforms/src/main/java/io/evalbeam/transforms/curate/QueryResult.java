package io.evalbeam.transforms.curate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Models that answer a query.
 *
 * @param models in the order asked for
 * @param matched models that pass the filters, shown or not
 * @param total models asked
 */
public record QueryResult(List<TrackedModel> models, int matched, int total) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final List<String> COLUMNS =
      List.of(
          "model",
          "developer",
          "release_date",
          "parameters",
          "training_flop",
          "flop_low",
          "flop_high",
          "probability",
          "class",
          "confidence",
          "method");
  private static final int PARAMETERS_CELL = COLUMNS.indexOf("parameters");
  private static final int CLASS_CELL = COLUMNS.indexOf("class");

  public QueryResult {
    models = List.copyOf(models);
  }

  /**
   * An aligned table with shorter cells than the files, and the number of rows shown and found at
   * the end.
   *
   * @param maxWidth characters a line
   */
  public String toText(int maxWidth) {
    TextTable table =
        TextTable.of("model", "developer", "released")
            .number("params")
            .number("FLOP")
            .number("5 %")
            .number("95 %")
            .number("P")
            .text("class")
            .text("confidence")
            .text("method");
    for (TrackedModel model : models) {
      List<String> cells = new ArrayList<>(cells(model));
      cells.set(PARAMETERS_CELL, flop(model.parametersTotal()));
      cells.set(CLASS_CELL, shortClass(model.thresholdClass()));
      table.row(cells);
    }
    return table.render(maxWidth)
        + String.format(
            Locale.ROOT, "%d of %d matching models, %d in all\n", models.size(), matched, total);
  }

  /** The same columns as text cells; export them with formulas neutralised. */
  public CsvTable toCsv() {
    return new CsvTable(COLUMNS, models.stream().map(QueryResult::cells).toList());
  }

  /** A list of objects with numbers as numbers and null where there is no value. */
  public String toJson() {
    ArrayNode list = MAPPER.createArrayNode();
    for (TrackedModel model : models) {
      ObjectNode node = list.addObject();
      node.put("entity_id", model.entityId());
      node.put("model", model.name());
      node.put("developer", model.developer());
      node.put("release_date", model.releaseDate());
      node.put("parameters", model.parametersTotal());
      node.put("training_flop", model.trainingFlop());
      node.put("log10_flop_low", model.log10FlopLow());
      node.put("log10_flop_high", model.log10FlopHigh());
      node.put("probability", model.probabilityAboveThreshold());
      node.put("threshold", model.threshold());
      node.put("class", classText(model));
      node.put("confidence", model.confidence().key());
      node.put("method", model.method().key());
      node.put("reasoning", model.reasoning());
      ArrayNode sources = node.putArray("sources");
      model.sources().forEach(sources::add);
    }
    try {
      return MAPPER.writeValueAsString(list).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text and numbers is always JSON", e);
    }
  }

  private static List<String> cells(TrackedModel model) {
    List<String> cells = new ArrayList<>();
    cells.add(model.name());
    cells.add(model.developer());
    cells.add(model.releaseDate() == null ? "" : model.releaseDate());
    cells.add(count(model.parametersTotal()));
    cells.add(flop(model.trainingFlop()));
    cells.add(power(model.log10FlopLow()));
    cells.add(power(model.log10FlopHigh()));
    Double probability = model.probabilityAboveThreshold();
    cells.add(probability == null ? "" : String.format(Locale.ROOT, "%.3f", probability));
    cells.add(classText(model));
    cells.add(model.confidence().key());
    cells.add(model.method().key());
    return cells;
  }

  private static String shortClass(ThresholdClass side) {
    return switch (side) {
      case HIGH_CONFIDENCE_ABOVE -> "above";
      case NOT_SURE -> "not sure";
      case HIGH_CONFIDENCE_BELOW -> "below";
    };
  }

  private static String classText(TrackedModel model) {
    return CuratedRows.classText(model.thresholdClass(), model.threshold());
  }

  private static String count(@Nullable Double value) {
    return value == null ? "" : FlopText.count(value);
  }

  private static String flop(@Nullable Double value) {
    return value == null ? "" : FlopText.threeDigits(value);
  }

  private static String power(@Nullable Double log10) {
    return log10 == null ? "" : FlopText.threeDigits(Math.pow(10, log10));
  }
}
