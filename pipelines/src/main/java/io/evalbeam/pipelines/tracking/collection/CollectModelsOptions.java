package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.pipelines.options.PolicyOptions;
import io.evalbeam.pipelines.options.ReferenceDataOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code collect-models}. */
public interface CollectModelsOptions extends PolicyOptions, ReferenceDataOptions {
  @Description(
      "YAML file that describes the sources; relative locations in it start at its own folder. See"
          + " docs/sources.md.")
  @WorkerPath
  @Nullable String getSources();

  void setSources(@Nullable String value);

  @Description("Replay the latest snapshot of every URL instead of fetching.")
  @Default.Boolean(false)
  boolean isOffline();

  void setOffline(boolean value);

  @Description("Largest web page or file fetched over HTTP, in bytes.")
  @Default.Long(268_435_456)
  long getMaxDownloadBytes();

  void setMaxDownloadBytes(long value);

  @Description("Seconds until one HTTP answer must be complete.")
  @Default.Integer(60)
  int getHttpTimeoutSeconds();

  void setHttpTimeoutSeconds(int value);

  @Description("Further attempts after a failed HTTP request.")
  @Default.Integer(3)
  int getHttpRetries();

  void setHttpRetries(int value);
}
