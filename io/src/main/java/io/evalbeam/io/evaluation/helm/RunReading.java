package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.io.evaluation.json.PlainJson;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one run: all scores first, since without them there is no run, then the display files,
 * which are a cross-check, and last the requests, which give the texts.
 */
final class RunReading {
  private final FoundRun run;
  private final RunSink sink;
  private final JsonFileReader json = new JsonFileReader();
  private final Findings findings;
  private long rejected;

  private RunReading(FoundRun run, RunSink sink) {
    this.run = run;
    this.sink = sink;
    this.findings = new Findings(run.location());
  }

  static RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    return new RunReading(run, sink).read();
  }

  private RunOutcome read() throws IOException, DamagedRunException {
    RunSpec spec = spec();
    List<RunStatistic> statistics =
        optional(HelmFile.STATS, RunStatistic::readAll, "The run cannot be verified.");
    if (HelmFile.STATS.in(run.files()).isEmpty()) {
      missing(HelmFile.STATS, "The run cannot be verified.");
    }
    try (ScoreTable table = new ScoreTable(new ScorePages(), findings)) {
      readScores(new PerInstanceStatsReader(table, findings));
      respond(spec, table);
      checkTrials(spec, table);
      return outcome(statistics == null ? List.of() : statistics, table);
    }
  }

  private RunOutcome outcome(List<RunStatistic> statistics, ScoreTable table) {
    StatisticsCheck check = StatisticsCheck.run(statistics, table, findings);
    Boolean verified = findings.has(Finding.SCORE_UNLIKE_SUM) ? Boolean.FALSE : check.verified();
    findings.report(sink);
    return new RunOutcome(rejected, verified, check.comparisons());
  }

  private void respond(RunSpec spec, ScoreTable table) throws IOException, DamagedRunException {
    ShownPredictions shown =
        optional(
            HelmFile.DISPLAY_PREDICTIONS,
            new ShownPredictions(table, findings)::read,
            "The answers are not compared with it.");
    ListedInstances listed =
        optional(
            HelmFile.INSTANCES,
            new ListedInstances(table, findings)::read,
            "The instances are not compared with it.");
    if (listed != null) {
      listed.noteOrphans();
    }
    OutputMapping mapping = OutputMapping.of(spec.outputMappingPattern(), findings);
    Responses responses =
        new Responses(table, new ResponseBuilder(table, mapping, findings), shown, findings, sink);
    readRequests(responses);
    responses.finish();
    if (shown != null && responses.unshown() > 0) {
      findings.warn(
          IssueCode.PREDICTIONS_MISSING,
          HelmFile.DISPLAY_PREDICTIONS,
          "file",
          shown.size() + " predictions for " + responses.scored() + " keys.");
    }
  }

  private void readRequests(Responses responses) throws IOException, DamagedRunException {
    Optional<RunFile> file = HelmFile.SCENARIO_STATE.in(run.files());
    if (file.isEmpty()) {
      missing(HelmFile.SCENARIO_STATE, "The rows have no texts.");
      return;
    }
    Long read =
        optional(
            HelmFile.SCENARIO_STATE,
            parser -> ScenarioState.read(parser, findings, responses),
            "Rows have no texts where it could not be read.");
    if (read == null) {
      responses.dropIncomplete();
    }
  }

  private void checkTrials(RunSpec spec, ScoreTable table) {
    Integer announced = spec.trainTrials();
    if (announced != null && table.trials() < announced) {
      findings.warn(
          IssueCode.TRIALS_MISSING,
          HelmFile.PER_INSTANCE_STATS,
          "file",
          "The run announces " + announced + " trials and has " + table.trials() + ".");
    }
  }

  private RunSpec spec() throws IOException, DamagedRunException {
    RunFile file =
        HelmFile.RUN_SPEC
            .in(run.files())
            .orElseThrow(() -> new IllegalArgumentException("a found run has a specification"));
    try {
      return RunSpec.read(file);
    } catch (BrokenFileException e) {
      throw damaged(HelmFile.RUN_SPEC, e);
    }
  }

  /** Reads the scores, without which no row counts. */
  private void readScores(PerInstanceStatsReader reader) throws IOException, DamagedRunException {
    RunFile file =
        HelmFile.PER_INSTANCE_STATS
            .in(run.files())
            .orElseThrow(() -> new IllegalArgumentException("a found run has scores"));
    try {
      Optional<PlainJson> plain = json.plain(file);
      if (plain.isEmpty() || !reader.scan(plain.get())) {
        rejected += noted(HelmFile.PER_INSTANCE_STATS, json.read(file, reader::read));
      }
    } catch (BrokenFileException e) {
      throw damaged(HelmFile.PER_INSTANCE_STATS, e);
    }
  }

  /** Runs a pass over a file the run can do without; null when it is not there or damaged. */
  private <T> @Nullable T optional(HelmFile kind, JsonFileReader.Pass<T> pass, String consequence)
      throws IOException, DamagedRunException {
    Optional<RunFile> file = kind.in(run.files());
    if (file.isEmpty()) {
      return null;
    }
    try {
      checkEnd(file.get(), kind == HelmFile.SCENARIO_STATE ? '}' : ']');
      return noted(kind, json.read(file.get(), pass));
    } catch (BrokenFileException e) {
      if (e.code() == IssueCode.UNSTABLE_FILE) {
        throw damaged(kind, e);
      }
      findings.broken(kind, e, consequence);
      return null;
    }
  }

  /** Looks for the damage of a file that ends early before anything of it is used. */
  private void checkEnd(RunFile file, char end) throws IOException, BrokenFileException {
    if (!json.endsWith(file, end)) {
      json.read(
          file,
          parser -> {
            parser.nextToken();
            return parser.skipChildren();
          });
    }
  }

  private <T> T noted(HelmFile kind, JsonFileReader.Reading<T> reading) {
    if (reading.trailing().isPresent()) {
      findings.warn(
          IssueCode.TRAILING_BYTES,
          kind,
          "byte " + reading.trailing().getAsLong(),
          "The file holds more than one value; what follows the first was not read.");
    }
    return reading.value();
  }

  private void missing(HelmFile kind, String consequence) {
    findings.warn(IssueCode.FILE_MISSING, kind, "file", "The file is not there. " + consequence);
  }

  private DamagedRunException damaged(HelmFile kind, BrokenFileException e) {
    return new DamagedRunException(
        Place.rejected(
            e.code(),
            Place.below(run.location(), kind.plainName()),
            e.location(),
            e.detail() + " No row of this run counts."));
  }
}
