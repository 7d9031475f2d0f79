package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that a user names; what is wrong with them is wrong usage. */
final class UserFiles {
  private UserFiles() {}

  /** The bytes of a file that must exist. */
  static byte[] bytes(String path) throws IOException {
    return BeamFiles.readIfExists(path)
        .orElseThrow(() -> new InvalidConfigurationException(List.of(path + ": no such file")));
  }

  /** A UTF-8 file. */
  static String text(String path) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(path))).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(path + ": the file is not UTF-8", e);
    }
  }

  /** A CSV file with a header. */
  static CsvTable table(String path) throws IOException {
    return table(bytes(path), path);
  }

  /** The CSV table that a file's bytes are. */
  static CsvTable table(byte[] bytes, String path) throws IOException {
    return CsvFiles.read(new ByteArrayInputStream(bytes), path);
  }
}
