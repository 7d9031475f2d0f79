package io.evalbeam.io.publish;

import io.evalbeam.schemas.run.InputFile;
import java.util.List;

/**
 * What the client knows about a run before its pipeline starts: all parts of the stage, and what of
 * the previous run stays because nothing about it changed.
 *
 * @param version of Evalbeam
 * @param parts every part, kept or done again
 * @param keptInputs inputs of kept parts
 * @param keptFiles files of kept parts
 * @param keptCounts counts of kept parts
 */
public record RunPlan(
    String version,
    List<Manifest.Part> parts,
    List<InputFile> keptInputs,
    List<Manifest.Output> keptFiles,
    List<Manifest.Count> keptCounts) {

  public RunPlan {
    parts = List.copyOf(parts);
    keptInputs = List.copyOf(keptInputs);
    keptFiles = List.copyOf(keptFiles);
    keptCounts = List.copyOf(keptCounts);
  }

  /** A run that does everything. */
  public static RunPlan fresh(String version, List<Manifest.Part> parts) {
    return new RunPlan(version, parts, List.of(), List.of(), List.of());
  }

  /** The same, with files that stay although the stage does not make them again. */
  public RunPlan keeping(List<Manifest.Output> files) {
    return new RunPlan(version, parts, keptInputs, files, keptCounts);
  }
}
