package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static String canonical(String json) throws IOException {
    return CanonicalJson.of(new ObjectMapper().readTree(json));
  }

  @Test
  void fieldsAreSortedAndNullsLeftOut() throws IOException {
    assertEquals(
        "{\"a\":[1,\"x\",{}],\"b\":true}",
        canonical("{\"b\": true, \"n\": null, \"a\": [1.0, \"x\", {\"m\": null}]}"));
  }

  @Test
  void integersAndFloatsOfOneValueAreEqual() throws IOException {
    assertEquals(canonical("{\"p\": 1}"), canonical("{\"p\": 1.0}"));
    assertEquals("0.1", canonical("0.10"));
    assertEquals("123456789012345678901234567890", canonical("123456789012345678901234567890"));
  }

  @Test
  void textIsEscaped() throws IOException {
    assertEquals("\"a\\n\\\"b\"", canonical("\"a\\n\\\"b\""));
  }
}
