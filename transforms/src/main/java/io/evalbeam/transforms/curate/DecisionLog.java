package io.evalbeam.transforms.curate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import io.evalbeam.schemas.tracking.CuratedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decisions file: one JSON object a line, in the order the decisions were made. Lines are only
 * appended. A line that cannot be understood becomes an issue and stays in the file.
 */
public final class DecisionLog {
  private static final String STAGE = "curate-models";
  private static final String VERIFIED_FIELD = CuratedColumns.VERIFIED;
  private static final String NOTES_FIELD = CuratedColumns.NOTES;
  private static final int ID_BYTES = 8;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DecisionLog() {}

  /**
   * What a decisions file says.
   *
   * @param decisions understood lines in file order, without verbatim repetitions
   * @param issues one for each line that was not understood
   */
  public record Parsed(List<Decision> decisions, List<Issue> issues) {
    public Parsed {
      decisions = List.copyOf(decisions);
      issues = List.copyOf(issues);
    }
  }

  /**
   * Reads a decisions file.
   *
   * @param origin file name for issues
   */
  public static Parsed parse(String text, String origin) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    List<Issue> issues = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String location = "line " + (i + 1);
      try {
        Decision decision = read(line);
        Decision earlier = decisions.putIfAbsent(decision.id(), decision);
        if (earlier != null && !earlier.equals(decision)) {
          throw new BadLineException("the id " + decision.id() + " belongs to an earlier line");
        }
      } catch (BadLineException e) {
        issues.add(
            Issue.rejected(
                IssueCode.FORMAT_BROKEN, STAGE, origin, location, line, e.explanation()));
      }
    }
    return new Parsed(List.copyOf(decisions.values()), issues);
  }

  /** The decision as a line without its line feed. */
  public static String line(Decision decision) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", decision.id());
    putIfPresent(node, "entity_id", decision.entityId());
    node.put("model", decision.model());
    node.put("developer", decision.developer());
    node.put("field", decision.isVerdict() ? VERIFIED_FIELD : NOTES_FIELD);
    node.put("value", decision.isVerdict() ? decision.kind().key() : decision.text());
    node.put("who", decision.who());
    node.put("when", decision.when());
    putIfPresent(node, "reason", decision.reason());
    putIfPresent(node, "evidence", decision.evidence());
    putIfPresent(node, "supersedes", decision.supersedes());
    CuratedTable table = decision.table();
    putIfPresent(node, "table", table == null ? null : table.key());
    if (!decision.cells().isEmpty()) {
      ObjectNode cells = node.putObject("cells");
      decision.cells().forEach(cells::put);
    }
    return node.toString();
  }

  /**
   * The file with decisions added at its end. A last line that a crash left without a line feed is
   * closed first, so that it spoils no new line.
   */
  public static String append(String text, List<Decision> decisions) {
    StringBuilder out = new StringBuilder(text);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      out.append('\n');
    }
    decisions.forEach(decision -> out.append(line(decision)).append('\n'));
    return out.toString();
  }

  /** The decision with an id made of its content: the same decision always gets the same id. */
  public static Decision identified(Decision decision) {
    String hash = Sha256.of(line(decision.withId("")));
    return decision.withId(hash.substring(0, 2 * ID_BYTES));
  }

  private static Decision read(String line) throws BadLineException {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadLineException("the line is not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw new BadLineException("a decision is a JSON object");
    }
    String field = required(node, "field");
    String value = required(node, "value");
    return new Decision(
        required(node, "id"),
        optional(node, "entity_id"),
        required(node, "model"),
        node.path("developer").asText(""),
        kind(field, value),
        field.equals(NOTES_FIELD) ? value : "",
        required(node, "who"),
        required(node, "when"),
        optional(node, "reason"),
        optional(node, "evidence"),
        optional(node, "supersedes"),
        table(optional(node, "table")),
        cells(node.path("cells")));
  }

  private static Decision.Kind kind(String field, String value) throws BadLineException {
    if (field.equals(NOTES_FIELD)) {
      return Decision.Kind.NOTE;
    }
    if (!field.equals(VERIFIED_FIELD)) {
      throw new BadLineException("field must be verified or notes, not " + field);
    }
    return switch (value) {
      case "accept" -> Decision.Kind.ACCEPT;
      case "reject" -> Decision.Kind.REJECT;
      default -> throw new BadLineException("value must be accept or reject, not " + value);
    };
  }

  private static @Nullable CuratedTable table(@Nullable String key) throws BadLineException {
    if (key == null) {
      return null;
    }
    for (CuratedTable table : CuratedTable.values()) {
      if (table.key().equals(key.toLowerCase(Locale.ROOT))) {
        return table;
      }
    }
    throw new BadLineException("table must be above or below, not " + key);
  }

  private static Map<String, String> cells(JsonNode node) throws BadLineException {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> cell : node.properties()) {
      if (!cell.getValue().isTextual()) {
        throw new BadLineException("cell " + cell.getKey() + " must be text");
      }
      cells.put(cell.getKey(), cell.getValue().textValue());
    }
    return cells;
  }

  private static String required(JsonNode node, String name) throws BadLineException {
    String text = optional(node, name);
    if (text == null) {
      throw new BadLineException(name + " is missing or is not text");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String name) {
    String text = node.path(name).textValue();
    return text == null || text.isBlank() ? null : text;
  }

  private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** A line that is no decision, with the reason for the reader. */
  private static final class BadLineException extends Exception {
    private final String explanation;

    BadLineException(String explanation) {
      super(explanation);
      this.explanation = explanation;
    }

    String explanation() {
      return explanation;
    }
  }
}
