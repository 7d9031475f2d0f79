package io.evalbeam.transforms.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An interactive review as a state machine without a terminal: show {@link #prompt}, read a line,
 * continue with {@link #answer}. Each state holds the decisions made so far, so that the caller can
 * store every decision at once and an interruption loses none.
 *
 * @param queue candidates in order
 * @param index the candidate asked about
 * @param askingReason whether the next line is the reason of a rejection
 * @param decisions made so far, in order
 * @param message about the last answer; empty when there is nothing to say
 * @param finished whether the review is over
 */
public record ReviewSession(
    List<ReviewCandidate> queue,
    int index,
    boolean askingReason,
    List<Decision> decisions,
    String message,
    boolean finished) {

  private static final String CHOICES = "[y]es, [n]o, [s]kip, [note TEXT], [q]uit";

  public ReviewSession {
    queue = List.copyOf(queue);
    decisions = List.copyOf(decisions);
  }

  /** The state before the first answer. */
  public static ReviewSession start(List<ReviewCandidate> queue) {
    return new ReviewSession(queue, 0, false, List.of(), "", queue.isEmpty());
  }

  /** What to show before reading a line; empty when finished. */
  public String prompt() {
    if (finished) {
      return "";
    }
    if (askingReason) {
      return "Reason (empty for none): ";
    }
    String lead = message.isEmpty() ? "" : message + "\n";
    return lead
        + ReviewCard.text(queue.get(index), index + 1, queue.size())
        + "Above the threshold? "
        + CHOICES
        + ": ";
  }

  /**
   * The state after a line.
   *
   * @param line what the person typed; null at the end of input, which quits
   * @param who name or address of the person
   * @param when ISO date-time with Z
   */
  public ReviewSession answer(@Nullable String line, String who, String when) {
    if (finished) {
      return this;
    }
    if (line == null) {
      return new ReviewSession(queue, index, false, decisions, "", true);
    }
    String text = line.strip();
    ReviewCandidate candidate = queue.get(index);
    if (askingReason) {
      return next(candidate.reject(who, when, text.isEmpty() ? null : text));
    }
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1).strip();
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> next(candidate.accept(who, when, rest.isEmpty() ? null : rest));
      case "n", "no" ->
          rest.isEmpty()
              ? new ReviewSession(queue, index, true, decisions, "", false)
              : next(candidate.reject(who, when, rest));
      case "s", "skip" -> next(null);
      case "q", "quit" -> new ReviewSession(queue, index, false, decisions, "", true);
      case "note" ->
          rest.isEmpty()
              ? stay("A note needs a text.", decisions)
              : stay("Noted.", with(candidate.note(who, when, rest)));
      default -> stay("Not understood: " + word, decisions);
    };
  }

  private ReviewSession next(@Nullable Decision decision) {
    List<Decision> made = decision == null ? decisions : with(decision);
    int following = index + 1;
    return new ReviewSession(queue, following, false, made, "", following >= queue.size());
  }

  private ReviewSession stay(String newMessage, List<Decision> made) {
    return new ReviewSession(queue, index, false, made, newMessage, false);
  }

  private List<Decision> with(Decision decision) {
    List<Decision> made = new ArrayList<>(decisions);
    made.add(decision);
    return made;
  }
}
