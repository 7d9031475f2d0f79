package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.generate.helm.HelmPlan;
import io.evalbeam.bench.generate.helm.WriteHelmRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Generated run directories of HELM and the command that reads them. */
final class HelmData {
  static final long SMALLEST = 1_000_000;

  private static final long SEED = 1;

  private HelmData() {}

  /** Several runs of about so many bytes. */
  static Path runs(BenchContext bench, long bytes) throws IOException {
    return write(bench, "helm-" + bytes, HelmPlan.ofBytes(bytes, SEED));
  }

  /** One run of about so many bytes. */
  static Path oneRun(BenchContext bench, long bytes) throws IOException {
    return write(bench, "helm-one-run-" + bytes, HelmPlan.ofOneRun(bytes, SEED));
  }

  /** Arguments of {@code ingest-evals}. */
  static String[] ingest(Path input, Path output, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("ingest-evals", "--benchmark=mmlu", "--input=" + input, "--output=" + output));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static Path write(BenchContext bench, String name, HelmPlan plan) throws IOException {
    return bench
        .work()
        .data(
            name,
            directory -> {
              BenchContext.progress("generating " + name);
              WriteHelmRuns.write(plan, directory, Runtime.getRuntime().availableProcessors());
            });
  }
}
