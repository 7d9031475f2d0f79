package io.evalbeam.pipelines.run;

import io.evalbeam.io.publish.Manifest;
import java.util.List;

/**
 * What a stage published, and what it was made of.
 *
 * @param manifest of the stage
 * @param lineage of its outputs
 */
public record TracedManifest(Manifest manifest, List<Derived> lineage) {
  public TracedManifest {
    lineage = List.copyOf(lineage);
  }
}
