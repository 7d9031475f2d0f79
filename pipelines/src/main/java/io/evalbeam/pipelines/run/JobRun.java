package io.evalbeam.pipelines.run;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The stages of one command: times them, adds them to the receipt, and judges how the run ended.
 * Stages count input rows as {@code rows_read} and lost ones as {@code rows_rejected}, evaluation
 * runs as {@code runs_read} and {@code runs_rejected}, and inputs that could not be read to their
 * end as {@code sources_incomplete}.
 */
public final class JobRun {

  /** Runs one stage. */
  @FunctionalInterface
  public interface Step {
    /** Runs the stage and prints its statistics. */
    Manifest run(EvalbeamOptions options, Console console) throws IOException;
  }

  /** Runs one stage that knows what its outputs come from. */
  @FunctionalInterface
  public interface TracedStep {
    /** Runs the stage and prints its statistics. */
    TracedManifest run(EvalbeamOptions options, Console console) throws IOException;
  }

  private final EvalbeamOptions options;
  private final Console console;
  private final Receipt receipt;
  private final List<Manifest> manifests = new ArrayList<>();
  private ExitCode exitCode = ExitCode.DONE;

  private JobRun(String command, EvalbeamOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.receipt = Receipt.begin(command);
  }

  public static JobRun of(String command, EvalbeamOptions options, Console console) {
    return new JobRun(command, options, console);
  }

  /** Runs a stage, if the ones before it did not fail. */
  public JobRun stage(Step step) throws IOException {
    long start = System.nanoTime();
    Manifest manifest = step.run(options, console);
    manifests.add(manifest);
    receipt.add(manifest, (System.nanoTime() - start) / 1_000_000);
    exitCode = exitCode.or(judge(manifest));
    return this;
  }

  /** Runs a stage; the receipt says what its outputs come from. */
  public JobRun tracedStage(TracedStep step) throws IOException {
    List<Derived> lineage = new ArrayList<>();
    stage(
        (own, output) -> {
          TracedManifest traced = step.run(own, output);
          lineage.addAll(traced.lineage());
          return traced.manifest();
        });
    receipt.derived(lineage);
    return this;
  }

  /** What the stages published, in the order in which they ran. */
  public List<Manifest> manifests() {
    return List.copyOf(manifests);
  }

  /** Writes the receipt. */
  public ExitCode finish() throws IOException {
    receipt.write(options);
    return exitCode;
  }

  private ExitCode judge(Manifest manifest) {
    long incomplete = manifest.total("sources_incomplete");
    if (incomplete > 0) {
      console.error(
          String.format(
              Locale.ROOT,
              "%s: %d source%s could not be read to the end; see the issues table.",
              manifest.stage(),
              incomplete,
              incomplete == 1 ? "" : "s"));
      return ExitCode.BEYOND_ISSUE_LIMIT;
    }
    ExitCode rows = judge(manifest, "rows");
    return rows.or(judge(manifest, "runs"));
  }

  /** Whether more of what was read was rejected than the option allows. */
  private ExitCode judge(Manifest manifest, String unit) {
    long read = manifest.total(unit + "_read");
    long rejected = manifest.total(unit + "_rejected");
    if (read == 0 || rejected <= options.getMaxIssueRatio() * read) {
      return ExitCode.DONE;
    }
    console.error(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d %s were rejected, more than --maxIssueRatio=%s allows.",
            manifest.stage(),
            rejected,
            read,
            unit,
            options.getMaxIssueRatio()));
    return ExitCode.BEYOND_ISSUE_LIMIT;
  }
}
