package io.evalbeam.bench.generate;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the responses of a plan's runs, so that ingestion can write tables of any size without
 * reading files. No run of it can be found on disk. One per thread.
 */
final class ScoreFormat implements RunFormat {
  private static final List<String> METRICS_OF_CHOICES =
      List.of("exact_match", "num_prompt_tokens", "num_output_tokens", "inference_runtime");
  private static final List<String> METRICS_OF_TEXTS =
      List.of("f1", "num_prompt_tokens", "num_output_tokens", "inference_runtime");

  /** 2026-01-01. */
  private static final long FIRST_DAY = 1_767_225_600;

  private static final int SECONDS_PER_DAY = 86_400;

  private final ScorePlan plan;
  private final Draws draws;
  private final Answers answers;
  private @Nullable TaskQuestions lastQuestions;

  ScoreFormat(ScorePlan plan) {
    this.plan = plan;
    this.draws = new Draws(plan.seed());
    this.answers = new Answers(draws);
  }

  @Override
  public String name() {
    return ScoreRuns.SOURCE;
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) {
    return new Candidates(List.of(), List.of());
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) {
    return new IdentifiedRuns(List.of(), 0, 0, List.of());
  }

  @Override
  public RunOutcome read(FoundRun found, RunSink sink) throws IOException {
    ScorePlan.Run run = ScoreRuns.numbers(found);
    TaskQuestions questions = questions(run.task());
    for (int instance = 0; instance < plan.instances(); instance++) {
      sink.response(response(run, instance, questions.get(instance)));
    }
    return new RunOutcome(0, null, 0);
  }

  private TaskQuestions questions(int task) {
    TaskQuestions questions = lastQuestions;
    if (questions == null || questions.task() != task) {
      questions = new TaskQuestions(plan, task);
      lastQuestions = questions;
    }
    return questions;
  }

  private Response response(ScorePlan.Run run, int instance, TaskQuestions.Question question) {
    boolean graded = ScoreRuns.isGraded(run.task());
    long promptTokens = question.text().length() / 4 + 400L;
    long outputTokens = graded ? 10 + instance % 50 : 1;
    long place = ((long) run.task() << 32) | run.model();
    double seconds = draws.below(2_000, Draws.Kind.RUNTIME, place, instance) / 1_000.0;
    int option = graded ? 0 : answers.chosenOption(run.task(), run.model(), instance);
    double score =
        graded
            ? answers.overlap(run.task(), run.model(), instance)
            : option == answers.rightOption(run.task(), instance) ? 1 : 0;
    String chosen = question.references().get(option).text();
    return new Response(
        "id" + instance,
        Integer.toString(instance),
        "test",
        null,
        null,
        0,
        question.text(),
        question.references(),
        graded ? chosen.substring(0, 1 + (int) (score * (chosen.length() - 1))) : letter(option),
        graded ? null : chosen,
        TextStatus.AVAILABLE,
        MetricValues.of(
            graded ? METRICS_OF_TEXTS : METRICS_OF_CHOICES,
            new double[] {score, promptTokens, outputTokens, seconds}),
        promptTokens,
        outputTokens,
        seconds,
        "stop",
        false,
        FIRST_DAY + draws.below(SECONDS_PER_DAY, Draws.Kind.TIME, run.model(), instance));
  }

  private static String letter(int option) {
    return " " + (char) ('A' + option);
  }
}
