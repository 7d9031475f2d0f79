package io.evalbeam.pipelines.run;

import java.util.List;

/**
 * Lineage: which of the inputs gave which of the outputs.
 *
 * @param outputs paths relative to the output directory, of files that were made together
 * @param inputs paths below the input, sorted; a folder stands for its files, whose hashes the
 *     stage's list of inputs has
 */
public record Derived(List<String> outputs, List<String> inputs) {
  public Derived {
    outputs = List.copyOf(outputs);
    inputs = List.copyOf(inputs);
  }
}
