package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.Decision;
import io.evalbeam.transforms.curate.ReviewCandidate;
import io.evalbeam.transforms.curate.ReviewCard;
import io.evalbeam.transforms.curate.ReviewSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;

/** {@code review-models}: people look at candidates and decide. */
public final class ReviewModels implements Command {
  @Override
  public String name() {
    return "review-models";
  }

  @Override
  public String summary() {
    return "Show the candidates nobody reviewed and record decisions.";
  }

  @Override
  public String description() {
    return "Prints the rows of the table above that are neither verified nor decided, with value,"
        + " interval, reasons and sources; at a terminal it asks about one after the other. --accept,"
        + " --reject and --note decide about one model without asking. Decisions are appended to the"
        + " decisions file, and the next run of curate-models applies them.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--output=out",
        "--output=out --accept=grok_4 --note=\"stated by the developer\" --reviewer=ann",
        "--output=out --reject=grok_3_mini --reason=\"a small model\"");
  }

  @Override
  public Class<ReviewModelsOptions> optionsType() {
    return ReviewModelsOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    ReviewModelsOptions options = general.as(ReviewModelsOptions.class);
    checkOptions(options);
    FileSystems.setDefaultPipelineOptions(options);
    ReviewDesk desk = ReviewDesk.open(options);
    if (desk.linesNotUnderstood() > 0) {
      console.error(
          desk.decisionsPath() + ": lines that are no decisions: " + desk.linesNotUnderstood());
    }
    if (named(options) > 0) {
      decide(desk, options, console);
    } else if (console.isInteractive() && !options.isList()) {
      ask(desk, options, console);
    } else {
      list(desk.queue(), console);
    }
    return ExitCode.DONE;
  }

  private static long named(ReviewModelsOptions options) {
    return Stream.of(options.getAccept(), options.getReject(), options.getModel())
        .flatMap(Stream::ofNullable)
        .count();
  }

  private static void checkOptions(ReviewModelsOptions options) {
    List<String> problems = new ArrayList<>();
    long named = named(options);
    if (named > 1) {
      problems.add("--accept, --reject, --model: name one model at a time");
    }
    if (named == 0 && options.getNote() != null) {
      problems.add("--note: name the model with --accept, --reject or --model");
    }
    if (named == 0 && options.getDeveloper() != null) {
      problems.add("--developer: name the model with --accept, --reject or --model");
    }
    if (options.getModel() != null && options.getNote() == null) {
      problems.add("--model: needs --note");
    }
    if (options.getReason() != null && options.getAccept() == null && options.getReject() == null) {
      problems.add("--reason: needs --accept or --reject");
    }
    if (options.getReviewer().isBlank()) {
      problems.add("--reviewer: must not be blank");
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  private static void decide(ReviewDesk desk, ReviewModelsOptions options, Console console)
      throws IOException {
    String who = options.getReviewer();
    String when = AsOf.parse(options.getAsOf()).toString();
    String developer = options.getDeveloper();
    List<Decision> made = new ArrayList<>();
    List<ReviewCandidate> candidates = new ArrayList<>();
    String accept = options.getAccept();
    if (accept != null) {
      ReviewCandidate candidate = desk.named("--accept", accept, developer);
      made.add(candidate.accept(who, when, options.getReason()));
      candidates.add(candidate);
    }
    String reject = options.getReject();
    if (reject != null) {
      ReviewCandidate candidate = desk.named("--reject", reject, developer);
      made.add(candidate.reject(who, when, options.getReason()));
      candidates.add(candidate);
    }
    String model = options.getModel();
    if (model != null) {
      candidates.add(desk.named("--model", model, developer));
    }
    String note = options.getNote();
    if (note != null) {
      candidates.forEach(candidate -> made.add(candidate.note(who, when, note)));
    }
    int recorded = desk.record(made);
    for (Decision decision : made) {
      console.line(
          decision.kind().key() + ": " + decision.model() + " (" + decision.developer() + ")");
    }
    console.line(
        recorded == 0
            ? "Nothing new: " + desk.decisionsPath() + " holds this already."
            : "Recorded in " + desk.decisionsPath() + "; curate-models applies it.");
  }

  private static void list(List<ReviewCandidate> queue, Console console) {
    for (int i = 0; i < queue.size(); i++) {
      console.line(ReviewCard.text(queue.get(i), i + 1, queue.size()));
    }
    console.line(queue.size() + " candidates wait for a review.");
  }

  /** Every answer is recorded before the next question, so an interruption loses none. */
  private static void ask(ReviewDesk desk, ReviewModelsOptions options, Console console)
      throws IOException {
    String when = AsOf.parse(options.getAsOf()).toString();
    ReviewSession session = ReviewSession.start(desk.queue());
    int recorded = 0;
    while (!session.finished()) {
      String line = console.ask(session.prompt()).orElse(null);
      session = session.answer(line, options.getReviewer(), when);
      recorded += desk.record(session.decisions());
    }
    console.line("");
    console.line(
        recorded
            + " decisions recorded in "
            + desk.decisionsPath()
            + ", "
            + desk.queue().size()
            + " candidates left.");
  }
}
