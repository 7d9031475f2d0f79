package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the previous run of a source and benchmark can be kept.
 *
 * @param register path of its register of runs; null when nothing can be kept
 * @param nextPart lowest number of a part that was never used
 */
record PreviousIngest(@Nullable String register, int nextPart) implements Serializable {

  /**
   * Looks at the last manifest and at the files it names: when one is gone, everything is read
   * again into new parts.
   */
  static PreviousIngest of(Optional<Manifest> manifest, IngestSettings settings, String output)
      throws IOException {
    if (manifest.isEmpty()) {
      return new PreviousIngest(null, 1);
    }
    IngestLayout layout = settings.layout();
    int nextPart = (int) manifest.get().count(PlanParts.NEXT_PART, layout.name());
    boolean same =
        manifest
            .get()
            .fingerprint(IngestLayout.SETTINGS)
            .filter(settings.fingerprint()::equals)
            .isPresent();
    boolean usable = same && isWhole(manifest.get(), layout, output);
    return new PreviousIngest(usable ? IngestLayout.in(output, layout.runs()) : null, nextPart);
  }

  private static boolean isWhole(Manifest manifest, IngestLayout layout, String output)
      throws IOException {
    Set<String> there = new HashSet<>();
    // One listing a folder: asking for every file takes long on an object store.
    for (String folder : layout.partFolders()) {
      for (String path : BeamFiles.list(IngestLayout.in(output, folder), layout.name() + "_*")) {
        there.add(folder + path.substring(path.lastIndexOf('/')));
      }
    }
    for (Manifest.Output file : manifest.files()) {
      boolean isPart = layout.partFolders().contains(folderOf(file.path()));
      if (isPart && !there.contains(file.path())) {
        return false;
      }
    }
    return BeamFiles.exists(IngestLayout.in(output, layout.runs()));
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
