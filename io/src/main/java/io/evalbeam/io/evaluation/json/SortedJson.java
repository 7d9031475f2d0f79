package io.evalbeam.io.evaluation.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as text that does not depend on the order of fields. Unlike {@link CanonicalJson} it
 * keeps null fields and tells 1 from 1.0.
 */
public final class SortedJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter SORTED =
      MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private SortedJson() {}

  /** The value with sorted keys and no blanks. */
  public static String of(JsonNode value) {
    try {
      return SORTED.writeValueAsString(MAPPER.treeToValue(value, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as JSON", e);
    }
  }

  /** Text of a scalar, sorted JSON of anything else; null for null and for what is absent. */
  public static @Nullable String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    return value.isValueNode() ? value.asText() : of(value);
  }
}
