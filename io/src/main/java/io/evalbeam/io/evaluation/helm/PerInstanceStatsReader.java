package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.PlainJson;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;

/**
 * Reads {@code per_instance_stats.json}, an array of {@code {instance_id, perturbation?,
 * train_trial_index, stats[]}}, into a table.
 */
final class PerInstanceStatsReader {
  private static final HelmFile FILE = HelmFile.PER_INSTANCE_STATS;

  private final ScoreTable table;
  private final Findings findings;
  private final StatList stats;
  private int scanned;
  private long rejected;

  PerInstanceStatsReader(ScoreTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.stats = new StatList(table.names());
  }

  /**
   * Takes entries from the start of a file for as long as they are in the usual layout, which is
   * several times as fast as reading them. {@link #read} is for the rest.
   *
   * @return whether this was the whole file
   */
  boolean scan(PlainJson json) throws IOException, BrokenFileException {
    StatScanner scanner = new StatScanner(json, stats);
    if (!json.take('[')) {
      return false;
    }
    do {
      String id = scanner.scanEntry();
      if (id == null) {
        return false;
      }
      table.add(id, Perturbations.ORIGINAL, scanner.trial(), stats);
      scanned++;
    } while (json.take(','));
    return json.take(']') && json.takeEnd();
  }

  /**
   * Reads the whole array, except for entries that were scanned before.
   *
   * @return the number of entries that were left out
   * @throws BrokenFileException when it is no array or has no entry
   */
  long read(JsonParser parser) throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "byte 0", "An array of scores was expected.");
    }
    int entry = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (entry < scanned) {
        parser.skipChildren();
      } else if (token == JsonToken.START_OBJECT) {
        readEntry(parser, entry);
      } else {
        reject(entry);
        parser.skipChildren();
      }
      entry++;
    }
    if (entry == 0) {
      throw new BrokenFileException(
          IssueCode.SOURCE_EMPTY, "byte 0", "The run has no scores at all.");
    }
    return rejected;
  }

  private void readEntry(JsonParser parser, int entry) throws IOException, BrokenFileException {
    String id = null;
    int perturbation = Perturbations.ORIGINAL;
    Integer trial = 0;
    boolean hasStats = false;
    stats.clear();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      switch (field) {
        case "instance_id" -> id = InstanceId.read(parser);
        case "perturbation" -> perturbation = perturbation(parser);
        case "train_trial_index" -> trial = JsonValues.readIndex(parser);
        case "stats" -> {
          hasStats = token == JsonToken.START_ARRAY;
          if (hasStats) {
            stats.read(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (id == null || trial == null || !hasStats) {
      reject(entry);
      return;
    }
    for (int i = 0; i < stats.wrongTypes(); i++) {
      findings.note(Finding.WRONG_TYPE, FILE, "/" + entry, id);
    }
    table.add(id, perturbation, trial, stats);
  }

  private int perturbation(JsonParser parser) throws IOException {
    return table.perturbations().scored(PerturbationObject.read(parser));
  }

  private void reject(int entry) {
    rejected++;
    findings.note(Finding.UNUSABLE_ENTRY, FILE, "/" + entry, "");
  }
}
