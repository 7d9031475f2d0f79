package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTest {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static double read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text.getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      return JsonNumbers.read(parser);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "518.0",
        "0.291877595",
        "0.1",
        "9007199254740992",
        "9007199254740993",
        "123456789012345678",
        "0.000000000000000001",
        "2.2250738585072626e-308",
        "1.1125369292536313e-308",
        "4.9e-324",
        "1e400",
        "-1.7976931348623157E308",
        "14.876816749572754",
        "0.30000000000000004"
      })
  void numbersAreRoundedAsJavaRoundsThem(String text) throws IOException {
    assertEquals(Double.parseDouble(text), read(text));
  }

  @Test
  void randomDecimalsAreRoundedAsJavaRoundsThem() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String digits = Long.toString(random.nextLong() >> random.nextInt(60));
      int point = 1 + random.nextInt(digits.length());
      String text =
          digits.startsWith("-") || point == digits.length()
              ? digits
              : digits.substring(0, point) + "." + digits.substring(point);
      String number = text.startsWith("0") && !text.startsWith("0.") ? "0" : text;
      assertEquals(Double.parseDouble(number), read(number), number);
    }
  }

  @Test
  void bareWordsAreNotFinite() throws IOException {
    assertEquals(Double.NaN, read("NaN"));
    assertEquals(Double.POSITIVE_INFINITY, read("Infinity"));
    assertEquals(Double.NEGATIVE_INFINITY, read("-Infinity"));
  }
}
