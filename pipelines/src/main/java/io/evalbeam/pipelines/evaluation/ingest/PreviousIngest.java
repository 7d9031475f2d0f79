package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.publish.Manifest;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the previous run of a source and benchmark can be kept.
 *
 * @param register path of its register of runs; null when nothing can be kept
 * @param nextPart lowest number of a part that was never used
 */
record PreviousIngest(@Nullable String register, int nextPart) implements Serializable {

  static PreviousIngest of(Optional<Manifest> manifest, IngestSettings settings, String output) {
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
    return new PreviousIngest(same ? IngestLayout.in(output, layout.runs()) : null, nextPart);
  }
}
