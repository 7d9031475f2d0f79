package io.evalbeam.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of every stage that names or estimates models. */
public interface PolicyOptions extends EvalbeamOptions {
  @Description(
      "Rules for names, developers, estimates and classes: default, or tracker, which reproduces the"
          + " original tracker exactly.")
  @Default.Enum("DEFAULT")
  Policy getPolicy();

  void setPolicy(Policy value);
}
