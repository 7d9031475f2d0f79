package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.CuratedTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about one model. Decisions are only ever appended; a later one may void an
 * earlier one by naming it.
 *
 * @param id identifies the decision; see {@link DecisionLog#identified}
 * @param entityId stable identifier of the model; null when it was not known
 * @param model name at the moment of the decision
 * @param developer at the moment of the decision; empty when unknown
 * @param kind what was decided
 * @param text the note of a {@link Kind#NOTE}; empty for the others
 * @param who name or address of the person
 * @param when ISO date-time with Z
 * @param reason in the person's words; null when none was given
 * @param evidence link or quotation; null when none was given
 * @param supersedes id of the decision that this one voids; null for none
 * @param table where an accepted or rejected row stands from now on; null for a note
 * @param cells the row at the moment of the decision, by column; empty for a note
 */
public record Decision(
    String id,
    @Nullable String entityId,
    String model,
    String developer,
    Kind kind,
    String text,
    String who,
    String when,
    @Nullable String reason,
    @Nullable String evidence,
    @Nullable String supersedes,
    @Nullable CuratedTable table,
    Map<String, String> cells) {

  /** What a decision does to a row. */
  public enum Kind {
    /** The row is right as it stands: verified. */
    ACCEPT,
    /** The model is below the threshold: verified in the table below. */
    REJECT,
    /** A note for readers; nothing else changes. */
    NOTE;

    /** Spelling in files: {@code accept}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Decision {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** Whether this settles where the row stands and what it says. */
  public boolean isVerdict() {
    return switch (kind) {
      case ACCEPT, REJECT -> true;
      case NOTE -> false;
    };
  }

  /** The text this decision leaves in the notes of the row; empty when it leaves none. */
  String note() {
    String day = when.length() >= 10 ? when.substring(0, 10) : when;
    String signature = " (" + who + ", " + day + ")";
    return switch (kind) {
      case ACCEPT -> "";
      case REJECT ->
          "Moved below by review" + signature + (reason == null ? "" : ". Reason: " + reason);
      case NOTE -> text + signature;
    };
  }

  Decision withId(String newId) {
    return new Decision(
        newId,
        entityId,
        model,
        developer,
        kind,
        text,
        who,
        when,
        reason,
        evidence,
        supersedes,
        table,
        cells);
  }
}
