package io.evalbeam.testing;

import org.apache.beam.sdk.testing.TestPipeline;

/** Pipelines on the runner that the build chose for this test run. */
public final class Pipelines {
  private Pipelines() {}

  /** A pipeline on that runner. */
  public static TestPipeline create() {
    return TestPipeline.create().enableAbandonedNodeEnforcement(true);
  }

  /** Whether the runner is Flink. */
  public static boolean onFlink() {
    return System.getProperty("beamTestPipelineOptions", "").contains("Flink");
  }
}
