package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.Unicode;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What {@code display_predictions.json} shows for which key: a cross-check of the answers. Of each
 * text only a hash is kept.
 */
final class ShownPredictions {
  private static final HelmFile FILE = HelmFile.DISPLAY_PREDICTIONS;

  private final ScoreTable table;
  private final Findings findings;
  private final BitSet shown = new BitSet();
  private final BitSet ambiguous = new BitSet();
  private long[] hashes = new long[256];

  ShownPredictions(ScoreTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /** Reads the file; call after the scores were read. */
  ShownPredictions read(JsonParser parser) throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "byte 0", "An array of predictions was expected.");
    }
    int entry = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readPrediction(parser, "/" + entry);
      } else {
        findings.note(Finding.WRONG_TYPE, FILE, "/" + entry, "");
        parser.skipChildren();
      }
      entry++;
    }
    return this;
  }

  private void readPrediction(JsonParser parser, String place) throws IOException {
    String id = null;
    Integer trial = 0;
    int perturbation = Perturbations.ORIGINAL;
    long hash = 0;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "instance_id" -> id = InstanceId.read(parser);
        case "perturbation" ->
            perturbation = table.perturbations().displayed(PerturbationObject.read(parser));
        case "train_trial_index" -> trial = JsonValues.readIndex(parser);
        case "predicted_text" -> {
          String text = JsonValues.read(parser);
          hash = text == null ? 0 : hash(text);
        }
        default -> parser.skipChildren();
      }
    }
    if (id == null || trial == null) {
      findings.note(Finding.WRONG_TYPE, FILE, place, "");
    } else if (perturbation != Perturbations.UNKNOWN) {
      add(place, id, table.keys().find(InstanceId.normalise(id), perturbation, trial), hash);
    }
  }

  private void add(String place, String id, int row, long hash) {
    if (row < 0) {
      findings.note(Finding.ORPHANED_PREDICTION, FILE, place, id);
      return;
    }
    table.noteSpelling(row, id);
    if (row >= hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(row + 1, hashes.length * 2));
    }
    if (shown.get(row)) {
      findings.note(Finding.REPEATED_PREDICTION, FILE, place, table.keys().id(row));
      if (hashes[row] != hash) {
        ambiguous.set(row);
      }
      return;
    }
    shown.set(row);
    hashes[row] = hash;
  }

  /** Whether a key has a prediction. */
  boolean isShown(int row) {
    return shown.get(row);
  }

  /** Number of keys with a prediction. */
  int size() {
    return shown.cardinality();
  }

  /** Whether a key shows another text than this one; unknown texts and repeated ones do not. */
  boolean contradicts(int row, String text) {
    return shown.get(row) && !ambiguous.get(row) && hashes[row] != hash(text);
  }

  /** 64 bits of the text without blanks at its ends. */
  private static long hash(String text) {
    String stripped = Unicode.strip(text);
    long hash = stripped.length() + 1L;
    for (int i = 0; i < stripped.length(); i++) {
      hash = (hash ^ stripped.charAt(i)) * 0x100_0000_01B3L;
    }
    return hash;
  }
}
