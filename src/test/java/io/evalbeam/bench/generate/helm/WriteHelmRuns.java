package io.evalbeam.bench.generate.helm;

import io.evalbeam.bench.Arguments;
import io.evalbeam.bench.generate.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes run directories of HELM for {@code ingest-evals --benchmark=mmlu --input=DIR}.
 *
 * <pre>
 * --output=DIR --bytes=450000000     about so many bytes, from 1,000,000 to 100,000,000,000
 * --oneRun=true                      all of them in one run
 * --seed=1 --threads=2
 * </pre>
 *
 * Runs are streamed: memory does not grow with their size.
 */
public final class WriteHelmRuns {
  private static final int TOKEN_CHARACTERS = 4;
  private static final int RUNTIME_RANGE = 900_000_000;
  private static final int SHORTEST_RUNTIME = 100_000_000;

  private final HelmPlan plan;
  private final Path suite;
  private final Draws draws;

  private WriteHelmRuns(HelmPlan plan, Path output) {
    this.plan = plan;
    this.suite = output.resolve("runs").resolve("v1.0.0");
    this.draws = new Draws(plan.seed());
  }

  /** Writes the runs that the options describe. */
  public static void main(String[] arguments) throws IOException {
    Arguments options =
        Arguments.of(Set.of("output", "bytes", "oneRun", "seed", "threads"), arguments);
    long bytes = options.number("bytes", 450_000_000);
    long seed = options.number("seed", 1);
    boolean oneRun = Boolean.parseBoolean(options.text("oneRun", "false"));
    write(
        oneRun ? HelmPlan.ofOneRun(bytes, seed) : HelmPlan.ofBytes(bytes, seed),
        options.path("output"),
        options.integer("threads", Runtime.getRuntime().availableProcessors()));
  }

  /** Writes all runs of a plan; what they must come out as, two rows a run. */
  public static List<RunTruth> write(HelmPlan plan, Path output, int threads) throws IOException {
    return new WriteHelmRuns(plan, output).write(threads);
  }

  private List<RunTruth> write(int threads) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<RunTruth>>> futures = new ArrayList<>();
      for (int subject = 0; subject < plan.sizes().size(); subject++) {
        for (int model = 0; model < plan.models(); model++) {
          HelmRun run = new HelmRun(subject, model, plan.sizes().get(subject));
          futures.add(pool.submit(() -> write(run)));
        }
      }
      List<RunTruth> truth = new ArrayList<>();
      for (Future<List<RunTruth>> future : futures) {
        truth.addAll(future.get());
      }
      return truth;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<RunTruth> write(HelmRun run) throws IOException {
    Path directory = Files.createDirectories(suite.resolve(run.name()));
    RunFiles.write(directory, run);
    HelmQuestions questions = new HelmQuestions(run, draws);
    SplitTotals valid = new SplitTotals("valid");
    SplitTotals test = new SplitTotals("test");
    try (ResponseFiles files = new ResponseFiles(directory, run)) {
      for (int number = 0; number < run.size(); number++) {
        HelmQuestion question = questions.question(number);
        String prompt = questions.prompt(question);
        HelmResponse response =
            new HelmResponse(
                question,
                questions.chosen(number),
                prompt.length() / TOKEN_CHARACTERS,
                SHORTEST_RUNTIME + runtime(run, number));
        files.write(number, response, prompt, number < run.validSize() ? valid : test);
      }
    }
    StatsFile.write(directory.resolve("stats.json"), List.of(valid, test));
    return List.of(RunTruth.of(run, valid), RunTruth.of(run, test));
  }

  private int runtime(HelmRun run, int number) {
    long place = run.subject() * 1_000_000L + run.model();
    return draws.below(RUNTIME_RANGE, Draws.Kind.RUNTIME, place, number);
  }
}
