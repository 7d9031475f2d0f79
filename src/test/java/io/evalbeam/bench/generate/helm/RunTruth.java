package io.evalbeam.bench.generate.helm;

/**
 * What a split of a generated run must come out as.
 *
 * @param runName name of the run
 * @param split name of the split
 * @param responses number of responses
 * @param right how many of them are right
 * @param runtimeNanos sum of the times of the requests
 * @param promptTokens sum of the lengths of the prompts
 */
public record RunTruth(
    String runName,
    String split,
    long responses,
    long right,
    long runtimeNanos,
    long promptTokens) {

  static RunTruth of(HelmRun run, SplitTotals totals) {
    return new RunTruth(
        run.name(),
        totals.split(),
        totals.count(),
        totals.sum("exact_match"),
        totals.sum("inference_runtime"),
        totals.sum("num_prompt_tokens"));
  }
}
