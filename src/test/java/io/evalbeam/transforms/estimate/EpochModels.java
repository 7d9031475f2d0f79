package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.transforms.estimate.BaseModels.BaseCompute;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Epoch AI's notable models as evidence. Training compute and the notes on how it and fine-tuning
 * compute were derived are left out; compute is kept apart for the comparison.
 */
final class EpochModels {
  /** Rows with chips, hours and quantity. */
  static final String HARDWARE = "hardware";

  /** Rows of domain Language with parameters and data points. */
  static final String LANGUAGE = "language";

  /** Rows with either hardware or parameters and data points. */
  static final String EITHER = "either";

  private static final Map<String, ModelAttribute> COLUMNS = columns();

  private EpochModels() {}

  /** A row: what the estimator may see, and the value to compare with. */
  record Row(EntityEvidence evidence, @Nullable Double actualFlop, SortedSet<String> groups) {}

  private static Map<String, ModelAttribute> columns() {
    Map<String, ModelAttribute> columns = new LinkedHashMap<>();
    columns.put("Publication date", ModelAttribute.RELEASE_DATE);
    columns.put("Domain", ModelAttribute.DOMAIN);
    columns.put("Task", ModelAttribute.TASK);
    columns.put("Parameters", ModelAttribute.PARAMETERS);
    columns.put("Parameters notes", ModelAttribute.PARAMETERS_NOTES);
    columns.put("Training dataset", ModelAttribute.TRAINING_DATASET);
    columns.put("Training dataset size (gradients)", ModelAttribute.DATASET_SIZE);
    columns.put("Dataset size notes", ModelAttribute.DATASET_NOTES);
    columns.put("Epochs", ModelAttribute.EPOCHS);
    columns.put("Training time (hours)", ModelAttribute.TRAINING_TIME);
    columns.put("Training time notes", ModelAttribute.TRAINING_TIME_NOTES);
    columns.put("Training hardware", ModelAttribute.TRAINING_HARDWARE);
    columns.put("Hardware quantity", ModelAttribute.HARDWARE_QUANTITY);
    columns.put("Hardware utilization (MFU)", ModelAttribute.MODEL_FLOP_UTILIZATION);
    columns.put("Hardware utilization (HFU)", ModelAttribute.HARDWARE_FLOP_UTILIZATION);
    columns.put("Training compute cost (2023 USD)", ModelAttribute.TRAINING_COST);
    columns.put("Training power draw (W)", ModelAttribute.TRAINING_POWER);
    columns.put("Base model", ModelAttribute.BASE_MODEL);
    columns.put("Finetune compute (FLOP)", ModelAttribute.FINETUNE_COMPUTE);
    columns.put("Batch size", ModelAttribute.BATCH_SIZE);
    columns.put("Numerical format", ModelAttribute.NUMERICAL_FORMAT);
    columns.put("Confidence", ModelAttribute.SOURCE_CONFIDENCE);
    columns.put("Link", ModelAttribute.LINK);
    return columns;
  }

  static List<Row> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    List<Row> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, format)) {
      int number = 0;
      for (CSVRecord line : parser) {
        rows.add(row(line, ++number));
      }
    }
    return rows;
  }

  private static Row row(CSVRecord line, int number) {
    List<ObservedFact> facts = new ArrayList<>();
    COLUMNS.forEach(
        (column, attribute) -> {
          String cell = line.get(column).strip();
          if (!cell.isEmpty()) {
            facts.add(new ObservedFact(attribute, cell, number(attribute, cell), "epoch", number));
          }
        });
    String name = line.get("Model").strip();
    String developer = line.get("Organization").strip();
    EntityEvidence evidence =
        new EntityEvidence(
            "epoch-" + number,
            name,
            name,
            developer.isEmpty() ? "Unknown" : developer,
            List.of(name),
            facts,
            List.of(),
            List.of("Epoch AI, notable models, CC BY 4.0"),
            1);
    String compute = line.get("Training compute (FLOP)").strip();
    return new Row(evidence, compute.isEmpty() ? null : Double.valueOf(compute), groups(line));
  }

  private static @Nullable Double number(ModelAttribute attribute, String cell) {
    return switch (attribute.kind()) {
      case TEXT, DATE -> null;
      case COUNT, NUMBER, FRACTION ->
          cell.matches("[0-9.]+(?:[eE][+-]?[0-9]+)?") ? Double.valueOf(cell) : null;
    };
  }

  private static SortedSet<String> groups(CSVRecord line) {
    SortedSet<String> groups = new TreeSet<>();
    boolean hardware =
        isStated(line, "Training hardware")
            && isStated(line, "Training time (hours)")
            && isStated(line, "Hardware quantity");
    boolean counted =
        isStated(line, "Parameters") && isStated(line, "Training dataset size (gradients)");
    if (hardware) {
      groups.add(HARDWARE);
    }
    if (counted && line.get("Domain").contains("Language")) {
      groups.add(LANGUAGE);
    }
    if (counted && line.get("Domain").equals("Language")) {
      groups.add(LANGUAGE + " only");
    }
    if (hardware || counted) {
      groups.add(EITHER);
    }
    return groups;
  }

  private static boolean isStated(CSVRecord line, String column) {
    return !line.get(column).isBlank();
  }

  /** Chosen estimates by row; base models are estimated first, in the same blind way. */
  static Map<Row, FlopEstimate> estimate(List<Row> rows, ReferenceLibrary library) {
    Map<Row, FlopEstimate> blind = estimate(rows, library, BaseModels.NONE);
    Map<String, BaseCompute> bases = new TreeMap<>();
    blind.forEach(
        (row, chosen) ->
            bases.putIfAbsent(row.evidence().displayName(), BaseModels.computeOf(chosen)));
    return estimate(rows, library, BaseModels.of(bases));
  }

  private static Map<Row, FlopEstimate> estimate(
      List<Row> rows, ReferenceLibrary library, BaseModels bases) {
    DirectEstimator estimator = new DirectEstimator(library);
    EstimateSelection selection = new EstimateSelection(library);
    Map<Row, FlopEstimate> chosen = new LinkedHashMap<>();
    for (Row row : rows) {
      List<FlopEstimate> ranked =
          selection.select(estimator.estimate(row.evidence(), bases).estimates());
      if (!ranked.isEmpty()) {
        chosen.put(row, ranked.get(0));
      }
    }
    return chosen;
  }
}
