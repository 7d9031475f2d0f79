package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.everyeval.EveryEvalExport;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which files of earlier runs stay: those with rows that the new register names. */
final class IngestPublication {
  private IngestPublication() {}

  static RunPlan plan(StageResult result, Optional<Manifest> previous, IngestSettings settings)
      throws IOException {
    RunPlan plan =
        RunPlan.fresh(
            Version.current(),
            List.of(new Manifest.Part(IngestLayout.SETTINGS, settings.fingerprint())));
    if (previous.isEmpty()) {
      return plan;
    }
    Set<String> made = result.files().stream().map(StagedFile::target).collect(Collectors.toSet());
    Names names = names(result, settings);
    return plan.keeping(
        previous.get().files().stream()
            .filter(file -> !made.contains(file.path()) && names.contain(file.path()))
            .toList());
  }

  /** Files that the register names, and parts of names of the interchange files of its runs. */
  private record Names(Set<String> parts, Set<String> exports) {

    boolean contain(String path) {
      if (!path.startsWith(RunContext.EXPORT_DIRECTORY)) {
        return parts.contains(path);
      }
      int name = path.lastIndexOf('/') + 1;
      int end = Math.min(name + KEY_LENGTH, path.length());
      return exports.contains(path.substring(name, end));
    }
  }

  /** Length of a UUID. */
  private static final int KEY_LENGTH = 36;

  private static Names names(StageResult result, IngestSettings settings) throws IOException {
    IngestLayout layout = settings.layout();
    boolean exported = !settings.also().isEmpty();
    StagedFile register =
        result.files().stream()
            .filter(file -> file.target().equals(layout.runs()))
            .findFirst()
            .orElseThrow();
    Names names = new Names(new HashSet<>(), new HashSet<>());
    TableFileReader.forEach(
        RunEntry.class,
        register.staged(),
        entry -> {
          names.parts().add(layout.detail(entry.part()));
          names.parts().add(layout.statistics(entry.part()));
          names.parts().add(layout.reported(entry.part()));
          if (exported
              && (entry.status() == RunStatus.LIVE || entry.status() == RunStatus.SUPERSEDED)) {
            names.exports().add(EveryEvalExport.fileKey(entry));
          }
        });
    return names;
  }
}
