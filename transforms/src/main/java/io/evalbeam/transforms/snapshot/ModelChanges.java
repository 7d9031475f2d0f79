package io.evalbeam.transforms.snapshot;

import java.util.List;

/**
 * Models by benchmark that only one snapshot has, sorted.
 *
 * @param added only after; new names of renamed ones are not among them
 * @param removed only before; old names of renamed ones are not among them
 * @param renamed pairs that are probably one model
 */
public record ModelChanges(
    List<ModelName> added, List<ModelName> removed, List<RenamedModel> renamed) {

  public ModelChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renamed = List.copyOf(renamed);
  }

  /** Whether the snapshots have other models. */
  public boolean hasChanges() {
    return !(added.isEmpty() && removed.isEmpty() && renamed.isEmpty());
  }
}
