package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.transforms.curate.FlopText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two curated CSV files of one threshold as they stand; either may be absent. */
public final class CuratedPair {
  /** Folder of the files, relative to the output directory. */
  static final String FOLDER = "curated/";

  private static final int ID_LENGTH = 12;

  private final @Nullable CuratedFile above;
  private final @Nullable CuratedFile below;

  private CuratedPair(@Nullable CuratedFile above, @Nullable CuratedFile below) {
    this.above = above;
    this.below = below;
  }

  static CuratedPair of(@Nullable CuratedFile above, @Nullable CuratedFile below) {
    return new CuratedPair(above, below);
  }

  /** Where the file of a table lies, relative to the output directory. */
  static String target(CuratedTable table, double threshold) {
    return FOLDER + fileName(table, threshold);
  }

  private static String fileName(CuratedTable table, double threshold) {
    return table.key() + "_" + FlopText.shortest(threshold) + "_flop.csv";
  }

  /** What a table is called in manifests. */
  static String tableName(CuratedTable table) {
    return "curated_" + table.key();
  }

  /** Where both files lie, relative to the output directory. */
  static List<String> targets(double threshold) {
    return List.of(target(CuratedTable.ABOVE, threshold), target(CuratedTable.BELOW, threshold));
  }

  /** Reads the bytes of both files; nothing is understood yet. */
  public static CuratedPair in(String output, double threshold) throws IOException {
    return inFolder(BeamFiles.join(output, FOLDER), threshold);
  }

  /** Reads the bytes of both files in any folder. */
  static CuratedPair inFolder(String folder, double threshold) throws IOException {
    return new CuratedPair(
        file(BeamFiles.join(folder, fileName(CuratedTable.ABOVE, threshold))),
        file(BeamFiles.join(folder, fileName(CuratedTable.BELOW, threshold))));
  }

  private static @Nullable CuratedFile file(String path) throws IOException {
    Optional<byte[]> bytes = BeamFiles.readIfExists(path);
    return bytes.isEmpty() ? null : new CuratedFile(path, bytes.get());
  }

  /** The files that exist, above first. */
  List<CuratedFile> files() {
    return Stream.of(above, below).flatMap(Stream::ofNullable).toList();
  }

  /**
   * Makes sure that both files can be understood.
   *
   * @throws InvalidConfigurationException listing all that is wrong with either
   */
  public void check() {
    List<String> problems = new ArrayList<>();
    for (CuratedFile file : files()) {
      try {
        file.table();
      } catch (InvalidConfigurationException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  /** Rows of a table; null when there is no file. */
  public @Nullable CsvTable table(CuratedTable table) {
    CuratedFile file = file(table);
    return file == null ? null : file.table();
  }

  /** The file of a table; null when there is none. */
  @Nullable CuratedFile file(CuratedTable table) {
    return switch (table) {
      case ABOVE -> above;
      case BELOW -> below;
    };
  }

  /** Name of this state of the files: the same bytes always have the same. */
  String snapshotId() {
    StringBuilder text = new StringBuilder();
    files()
        .forEach(file -> text.append(file.name()).append(' ').append(file.sha256()).append('\n'));
    return Hashes.ofBytes(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
  }
}
