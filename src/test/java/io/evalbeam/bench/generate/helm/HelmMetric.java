package io.evalbeam.bench.generate.helm;

import java.util.List;
import java.util.function.Function;

/**
 * A metric that HELM notes for every response of joint multiple choice.
 *
 * @param name as HELM calls it
 * @param value of a response
 */
record HelmMetric(String name, Function<HelmResponse, StatValue> value) {
  private static final StatValue ZERO = StatValue.whole(0);
  private static final StatValue ONE = StatValue.whole(1);

  /** All of them, in HELM's order. */
  static final List<HelmMetric> ALL =
      List.of(
          constant("num_references", StatValue.whole(4)),
          constant("num_train_trials", ONE),
          new HelmMetric("num_prompt_tokens", r -> StatValue.whole(r.promptTokens())),
          constant("num_completion_tokens", ONE),
          constant("num_output_tokens", ONE),
          constant("training_co2_cost", StatValue.NONE),
          constant("training_energy_cost", StatValue.NONE),
          new HelmMetric("inference_runtime", r -> StatValue.nanos(r.runtimeNanos())),
          constant("batch_size", ONE),
          constant("finish_reason_length", ONE),
          constant("finish_reason_stop", ZERO),
          constant("finish_reason_endoftext", ZERO),
          constant("finish_reason_unknown", ZERO),
          constant("num_train_instances", StatValue.whole(HelmRun.DEMONSTRATIONS)),
          constant("prompt_truncated", ZERO),
          constant("max_prob", StatValue.real(1)),
          score("exact_match"),
          score("exact_match@5"),
          score("quasi_exact_match"),
          score("quasi_exact_match@5"),
          score("prefix_exact_match"),
          score("prefix_exact_match@5"),
          score("quasi_prefix_exact_match"),
          score("quasi_prefix_exact_match@5"),
          constant("logprob", StatValue.real(0)),
          constant("num_perplexity_tokens", ONE),
          constant("num_bytes", StatValue.whole(2)));

  private static HelmMetric constant(String name, StatValue value) {
    return new HelmMetric(name, response -> value);
  }

  private static HelmMetric score(String name) {
    return new HelmMetric(name, response -> response.isRight() ? ONE : ZERO);
  }
}
