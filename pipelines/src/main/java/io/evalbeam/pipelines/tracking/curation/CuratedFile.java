package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.CuratedColumns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** A curated CSV file as it stands on disk: people edit it, so its bytes are the truth. */
final class CuratedFile {
  private final String path;
  private final String name;
  private final byte[] bytes;

  CuratedFile(String path, byte[] bytes) {
    this.path = path;
    this.name = path.substring(path.lastIndexOf('/') + 1);
    this.bytes = bytes;
  }

  /** File name without folders. */
  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  String sha256() {
    return Hashes.ofBytes(bytes);
  }

  /**
   * The rows.
   *
   * @throws InvalidConfigurationException listing all that is wrong with the file
   */
  CsvTable table() {
    try {
      CsvTable table = CsvFiles.read(new ByteArrayInputStream(bytes), path);
      if (table.column(CuratedColumns.MODEL) < 0) {
        throw new InvalidConfigurationException(
            List.of(path + ": line 1: there is no column " + CuratedColumns.MODEL));
      }
      return table;
    } catch (IOException e) {
      throw new InvalidConfigurationException(path + ": " + e.getMessage(), e);
    }
  }
}
