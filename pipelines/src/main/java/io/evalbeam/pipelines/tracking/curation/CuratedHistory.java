package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Earlier states of the curated files: {@code curated/history/ID/above_1e25_flop.csv}. */
final class CuratedHistory {
  /** Folder of all snapshots, relative to the output directory. */
  static final String FOLDER = CuratedPair.FOLDER + "history/";

  /** What snapshot files are called in manifests. */
  static final String TABLE = "curated_history";

  private CuratedHistory() {}

  /** Stages a copy of the files as they stand, without those that history holds already. */
  static List<StagedFile> stage(CuratedPair pair, String output, String staging)
      throws IOException {
    List<StagedFile> staged = new ArrayList<>();
    for (CuratedFile file : pair.files()) {
      String target = FOLDER + pair.snapshotId() + "/" + file.name();
      if (!BeamFiles.exists(BeamFiles.join(output, target))) {
        // Rows are not counted: what is kept here may be a file that nobody could understand.
        staged.add(StagedBytes.write(staging, target, TABLE, 0, file.bytes()));
      }
    }
    return staged;
  }

  /** Paths of the files of every snapshot, by snapshot. */
  static Map<String, List<String>> snapshots(String output) throws IOException {
    Map<String, List<String>> snapshots = new TreeMap<>();
    String pattern = BeamFiles.join(BeamFiles.literal(output), FOLDER + "*/*.csv");
    for (String path : BeamFiles.glob(pattern)) {
      String folder = path.substring(0, path.lastIndexOf('/'));
      snapshots
          .computeIfAbsent(folder.substring(folder.lastIndexOf('/') + 1), id -> new ArrayList<>())
          .add(path);
    }
    return snapshots;
  }
}
