package io.evalbeam.transforms.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.json.ModelJson;
import io.evalbeam.schemas.tracking.json.ModelJsonReader;
import io.evalbeam.schemas.tracking.json.SourceRowJson;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the acceptance data of the {@code tracker} policy. */
final class TrackerFiles {
  static final List<String> SOURCES =
      List.of("lmarena", "olympic_arena", "openlm_arena", "physics_iq", "superclue", "video_arena");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TrackerFiles() {}

  static Path path(String relative) {
    return SharedData.path("data/model-tracker/" + relative);
  }

  static TrackerConfiguration configuration() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String file : TrackerConfiguration.FILES) {
      texts.put(file, Files.readString(path("configs/" + file)));
    }
    return TrackerConfiguration.parse(texts);
  }

  /** All scraped rows, last source first: the order of reading must not matter. */
  static List<SourceRow> scrapedRows() throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    for (String source : SOURCES) {
      List<ModelJson> models = models("scraped/" + source + "_models.json");
      for (int i = 0; i < models.size(); i++) {
        rows.add(0, SourceRowJson.toSourceRow(models.get(i), source, i + 1));
      }
    }
    return rows;
  }

  static List<TrackerResult> results() throws IOException {
    TrackerEstimator estimator = new TrackerEstimator(configuration());
    return TrackerMerge.merge(scrapedRows()).stream().map(estimator::estimate).toList();
  }

  static List<ModelJson> models(String file) throws IOException {
    List<ModelJson> models = new ArrayList<>();
    JsonNode entries = MAPPER.readTree(path(file).toFile()).path("models");
    for (JsonNode entry : entries) {
      ModelJsonReader.Reading reading =
          ModelJsonReader.read(entry, "test", file, "model " + models.size());
      ModelJson model = reading.model();
      if (model == null || !reading.issues().isEmpty()) {
        throw new IllegalStateException(file + ": " + reading.issues());
      }
      models.add(model);
    }
    return models;
  }

  static CsvTable csv(String file) throws IOException {
    return table(path(file), CSVFormat.RFC4180);
  }

  static CsvTable golden(String file) throws IOException {
    return table(path("golden/" + file), CSVFormat.RFC4180.builder().setDelimiter('\t').build());
  }

  private static CsvTable table(Path path, CSVFormat format) throws IOException {
    try (Reader reader = Files.newBufferedReader(path);
        CSVParser parser = CSVParser.parse(reader, format)) {
      List<List<String>> rows = new ArrayList<>();
      for (CSVRecord csvRow : parser) {
        rows.add(csvRow.toList());
      }
      return new CsvTable(rows.get(0), rows.subList(1, rows.size()));
    }
  }
}
