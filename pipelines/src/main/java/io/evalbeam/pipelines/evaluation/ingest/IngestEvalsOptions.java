package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.pipelines.options.ReferenceDataOptions;
import io.evalbeam.pipelines.options.WorkerPath;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code ingest-evals}. */
public interface IngestEvalsOptions extends ReferenceDataOptions {
  @Description("Format of the runs: helm, lm-eval, opencompass, inspect or every-eval-ever.")
  @Default.String("helm")
  String getFormat();

  void setFormat(String value);

  @Description(
      "Directory or glob with the runs; any Beam file system. For HELM also the URL of a published"
          + " project, https://HOST/BUCKET/PROJECT/benchmark_output, which needs --release.")
  @WorkerPath
  @Nullable String getInput();

  void setInput(@Nullable String value);

  @Description(
      "Collection the runs belong to, for keys and file names: letters, digits, dots and hyphens."
          + " Default: the format.")
  @Nullable String getSource();

  void setSource(@Nullable String value);

  @Description(
      "Benchmark the runs belong to, for keys and file names. lite, mmlu, classic, capabilities and"
          + " safety are known: their release schema says which metric and split are published.")
  @Nullable String getBenchmark();

  void setBenchmark(@Nullable String value);

  @Description(
      "HELM release: only its runs are taken, and of a run that was made again in a later suite the"
          + " one the release names. Default: all runs, the later suite counts.")
  @Nullable String getRelease();

  void setRelease(@Nullable String value);

  @Description("Bytes of run files that one part holds, about; a run is never divided.")
  @Default.Long(134_217_728)
  long getPartBytes();

  void setPartBytes(long value);

  @Description("Rewrite all parts without the rows that no longer count.")
  @Default.Boolean(false)
  boolean isCompact();

  void setCompact(boolean value);

  @Description("Write these interchange formats too: every-eval-ever.")
  List<String> getAlso();

  void setAlso(List<String> value);

  @Description(
      "Local directory for what is fetched from a published project. Default: raw/ in the output.")
  @WorkerPath
  @Nullable String getSnapshot();

  void setSnapshot(@Nullable String value);

  @Description("Where published projects and their releases are listed, for --release=latest.")
  @Default.String("https://crfm.stanford.edu/helm/project_metadata.json")
  String getProjects();

  void setProjects(String value);

  @Description("Parallel downloads of a published project.")
  @Default.Integer(8)
  int getHttpConnections();

  void setHttpConnections(int value);

  @Description("Largest file fetched over HTTP, in bytes.")
  @Default.Long(4_294_967_296L)
  long getMaxDownloadBytes();

  void setMaxDownloadBytes(long value);

  @Description("Seconds until one HTTP answer must be complete.")
  @Default.Integer(300)
  int getHttpTimeoutSeconds();

  void setHttpTimeoutSeconds(int value);

  @Description("Further attempts after a failed HTTP request.")
  @Default.Integer(3)
  int getHttpRetries();

  void setHttpRetries(int value);
}
