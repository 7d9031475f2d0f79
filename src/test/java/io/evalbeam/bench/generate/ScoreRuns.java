package io.evalbeam.bench.generate;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.util.List;
import java.util.Locale;

/** What the runs of a plan say about themselves. */
final class ScoreRuns {
  /** Collection of all generated scores. */
  static final String SOURCE = "generated";

  /** Benchmark of all generated scores. */
  static final String BENCHMARK = "lanterns";

  /** About what a multiple-choice response takes in HELM's files. */
  private static final long BYTES_PER_RESPONSE = 15_000;

  private static final int TASKS_PER_DATASET = 10;
  private static final int DEVELOPERS = 7;

  private final ScorePlan plan;
  private final Draws draws;

  ScoreRuns(ScorePlan plan) {
    this.plan = plan;
    this.draws = new Draws(plan.seed());
  }

  /** Whether answers to a task are texts that are compared with the expected ones. */
  static boolean isGraded(int task) {
    return task % 4 == 3;
  }

  FoundRun run(ScorePlan.Run run) {
    RunHeader header = header(run);
    String content =
        String.format(
            Locale.ROOT,
            "%016x%016x%016x%016x",
            draws.bits(Draws.Kind.CONTENT, run.task(), run.model()),
            draws.bits(Draws.Kind.CONTENT, run.model(), -1L - run.task()),
            plan.seed(),
            plan.instances());
    List<RunFile> files =
        List.of(
            new RunFile(
                "scenario_state.json",
                header.runName() + "/scenario_state.json",
                plan.instances() * BYTES_PER_RESPONSE,
                content));
    return new FoundRun(
        header, header.runName(), files, FoundRun.hash(files), "", null, selector(run));
  }

  private static RunHeader header(ScorePlan.Run run) {
    String dataset = String.format(Locale.ROOT, "lanterns_%03d", run.task() / TASKS_PER_DATASET);
    String subject = String.format(Locale.ROOT, "ward_%04d", run.task());
    String task = dataset + ":subject=" + subject;
    String model =
        String.format(Locale.ROOT, "workshop_%d/auk%04d-7b", run.model() % DEVELOPERS, run.model());
    return new RunHeader(
        SOURCE,
        null,
        "v1.0.0",
        BENCHMARK,
        task + ",model=" + model.replace('/', '_'),
        "lanterns",
        task,
        dataset,
        subject,
        List.of(new RunArgument("subject", subject)),
        List.of(dataset),
        model,
        model,
        isGraded(run.task()) ? "generation" : "multiple_choice_joint",
        5,
        0.0,
        isGraded(run.task()) ? 100 : 1,
        1,
        "0".repeat(64));
  }

  private static String selector(ScorePlan.Run run) {
    return run.task() + " " + run.model();
  }

  /** The numbers of a run that {@link #run} described. */
  static ScorePlan.Run numbers(FoundRun run) {
    String selector = String.valueOf(run.selector());
    int space = selector.indexOf(' ');
    return new ScorePlan.Run(
        Integer.parseInt(selector.substring(0, space)),
        Integer.parseInt(selector.substring(space + 1)));
  }
}
