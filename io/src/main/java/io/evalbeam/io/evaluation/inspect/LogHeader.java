package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a log says about itself: its fields without samples. Filled while the log is read. */
final class LogHeader {
  private static final Set<String> KEPT =
      Set.of("version", "status", "eval", "plan", "results", "stats", "error");
  private static final long MAX_CHARACTERS = 64 << 20;

  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
  private final BoundedTree tree = new BoundedTree(MAX_CHARACTERS);

  /** Takes a field; the last of equal names counts, so a header replaces the start of a log. */
  void add(String name, JsonParser value) throws IOException {
    if (KEPT.contains(name)) {
      fields.set(name, tree.read(value));
    } else {
      value.skipChildren();
    }
  }

  /** Whether this is a log at all. */
  boolean isLog() {
    return evaluation().path("task").isTextual() && evaluation().path("model").isTextual();
  }

  JsonNode evaluation() {
    return fields.path("eval");
  }

  JsonNode plan() {
    return fields.path("plan");
  }

  JsonNode results() {
    return fields.path("results");
  }

  /** How the evaluation ended; a log without a status was never finished. */
  String status() {
    return fields.path("status").asText("started");
  }

  /** When the log was begun, null if that is no date. */
  @Nullable Instant created() {
    return instant(evaluation().path("created"));
  }

  /** When the last sample ended, null if unknown. */
  @Nullable Instant completed() {
    return instant(fields.path("stats").path("completed_at"));
  }

  /** Epochs asked for; one if not stated. */
  int epochs() {
    return evaluation().path("config").path("epochs").asInt(1);
  }

  private static @Nullable Instant instant(JsonNode time) {
    try {
      return OffsetDateTime.parse(time.asText()).toInstant();
    } catch (DateTimeException e) {
      // Missing is null; a damaged time costs nothing but its order.
      return null;
    }
  }
}
