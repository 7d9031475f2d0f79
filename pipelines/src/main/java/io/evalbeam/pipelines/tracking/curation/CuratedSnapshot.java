package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.pipelines.run.Numbers;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.transforms.curate.CuratedRow;
import io.evalbeam.transforms.curate.FlopText;
import io.evalbeam.transforms.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An earlier state of the curated files in the history. */
final class CuratedSnapshot {
  private static final Pattern NAME = Pattern.compile("(?:above|below)_(.+)_flop\\.csv");

  private final String id;
  private final double threshold;
  private final CuratedPair pair;

  private CuratedSnapshot(String id, double threshold, CuratedPair pair) {
    this.id = id;
    this.threshold = threshold;
    this.pair = pair;
  }

  /** Every snapshot, by id; folders that hold something else are left out. */
  static List<CuratedSnapshot> all(String output) throws IOException {
    List<CuratedSnapshot> snapshots = new ArrayList<>();
    for (Map.Entry<String, List<String>> folder : CuratedHistory.snapshots(output).entrySet()) {
      Double threshold = threshold(folder.getValue());
      if (threshold != null) {
        String path = BeamFiles.join(output, CuratedHistory.FOLDER + folder.getKey());
        CuratedPair pair = CuratedPair.inFolder(path, threshold);
        snapshots.add(new CuratedSnapshot(folder.getKey(), threshold, pair));
      }
    }
    return snapshots;
  }

  private static @Nullable Double threshold(List<String> paths) {
    for (String path : paths) {
      Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
      if (name.matches()) {
        return FlopText.parse(name.group(1));
      }
    }
    return null;
  }

  String id() {
    return id;
  }

  /** Threshold of the tables, FLOP. */
  double threshold() {
    return threshold;
  }

  /** Adds a row a file; a file that cannot be understood is listed all the same. */
  void describe(TextTable table) {
    for (CuratedFile file : pair.files()) {
      Optional<CsvTable> rows = readable(file);
      table.row(
          id,
          file.name(),
          rows.map(found -> Numbers.grouped(found.rows().size())).orElse("unreadable"),
          rows.map(found -> Numbers.grouped(verified(found))).orElse(""));
    }
  }

  /** Stages the files for their places, and with them the Parquet table if both are readable. */
  List<StagedFile> stage(String staging) throws IOException {
    List<StagedFile> staged = new ArrayList<>();
    for (CuratedTable which : CuratedTable.values()) {
      CuratedFile file = pair.file(which);
      if (file != null) {
        staged.add(
            StagedBytes.write(
                staging,
                CuratedPair.target(which, threshold),
                CuratedPair.tableName(which),
                readable(file).map(table -> table.rows().size()).orElse(0),
                file.bytes()));
      }
    }
    Optional<CsvTable> above = readable(pair.file(CuratedTable.ABOVE));
    Optional<CsvTable> below = readable(pair.file(CuratedTable.BELOW));
    if (above.isPresent() && below.isPresent()) {
      staged.add(CuratedParquet.write(above.get(), below.get(), staging));
    }
    return staged;
  }

  private static long verified(CsvTable table) {
    return CuratedRow.of(table).stream().filter(CuratedRow::verified).count();
  }

  private static Optional<CsvTable> readable(@Nullable CuratedFile file) {
    try {
      return file == null ? Optional.empty() : Optional.of(file.table());
    } catch (InvalidConfigurationException e) {
      // History keeps files as they were, broken ones too.
      return Optional.empty();
    }
  }
}
