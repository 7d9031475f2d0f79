package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.BitSet;

/** Which scored instances {@code instances.json} lists. Their texts come from the requests. */
final class ListedInstances {
  private static final HelmFile FILE = HelmFile.INSTANCES;

  private final ScoreTable table;
  private final Findings findings;
  private final BitSet listed = new BitSet();
  private int lastTrial;

  ListedInstances(ScoreTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
    for (int row = 0; row < table.keys().size(); row++) {
      lastTrial = Math.max(lastTrial, table.keys().trial(row));
    }
  }

  /** Reads the file and notes scored instances that it lacks. */
  ListedInstances read(JsonParser parser) throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "byte 0", "An array of instances was expected.");
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readInstance(parser);
      } else {
        parser.skipChildren();
      }
    }
    return this;
  }

  private void readInstance(JsonParser parser) throws IOException {
    String id = null;
    int perturbation = Perturbations.ORIGINAL;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "id" -> id = InstanceId.read(parser);
        case "perturbation" ->
            perturbation = table.perturbations().displayed(PerturbationObject.read(parser));
        default -> parser.skipChildren();
      }
    }
    if (id == null || perturbation == Perturbations.UNKNOWN) {
      return;
    }
    for (int trial = 0; trial <= lastTrial; trial++) {
      int row = table.keys().find(InstanceId.normalise(id), perturbation, trial);
      if (row >= 0) {
        listed.set(row);
        table.noteSpelling(row, id);
      }
    }
  }

  /** Notes every scored instance that is not listed, once for all its trials. */
  void noteOrphans() {
    KeyTable keys = table.keys();
    for (int row = listed.nextClearBit(0); row < keys.size(); row = listed.nextClearBit(row + 1)) {
      int perturbation = keys.perturbation(row);
      if (table.perturbations().isUnique(perturbation) && isFirstTrial(row)) {
        findings.note(Finding.ORPHANED_INSTANCE, FILE, table.describe(row), keys.id(row));
      }
    }
  }

  private boolean isFirstTrial(int row) {
    KeyTable keys = table.keys();
    for (int trial = 0; trial < keys.trial(row); trial++) {
      if (keys.find(keys.instance(row), keys.perturbation(row), trial) >= 0) {
        return false;
      }
    }
    return true;
  }
}
