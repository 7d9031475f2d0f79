package io.evalbeam.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Options of every command. */
public interface EvalbeamOptions extends PipelineOptions {
  @Description("Directory for everything the command writes; any Beam file system.")
  @Default.String("evalbeam-out")
  @WorkerPath
  String getOutput();

  void setOutput(String value);

  @Description(
      "The moment the output describes, as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ (UTC). Rows depend on it"
          + " instead of on the clock. Default: the start of today.")
  @Default.InstanceFactory(StartOfToday.class)
  String getAsOf();

  void setAsOf(String value);

  @Description(
      "Share of input rows that may be rejected, from 0 to 1; beyond it the command exits with 3.")
  @Default.Double(0.05)
  double getMaxIssueRatio();

  void setMaxIssueRatio(double value);
}
