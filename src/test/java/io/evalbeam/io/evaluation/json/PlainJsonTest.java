package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
  private static PlainJson json(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new PlainJson(bytes, bytes.length);
  }

  private static byte[] name(String name) {
    return ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anObjectIsTakenWithItsBlanks() {
    PlainJson json = json(" {\n\t\"name\" : \"id7\" ,\r\n \"sum\":-12.50e1}  ");
    assertTrue(json.take('{'));
    assertTrue(json.takeName(name("name")));
    assertEquals("id7", json.text());
    assertTrue(json.take(','));
    assertFalse(json.takeName(name("count")));
    assertTrue(json.takeName(name("sum")));
    assertTrue(json.takeNumber());
    assertEquals(-125, json.number());
    assertFalse(json.isInteger());
    assertFalse(json.takeEnd());
    assertTrue(json.take('}'));
    assertTrue(json.takeEnd());
  }

  @Test
  void bytesThatAreThereAgainAreTaken() {
    PlainJson json = json("[12, 12, 1]");
    assertTrue(json.take('['));
    assertTrue(json.takeNumber());
    assertTrue(json.isInteger());
    assertTrue(json.take(',') && !json.take(';'));
    assertTrue(json.takeAgain(1, 2));
    assertEquals(7, json.position());
    assertFalse(json.takeAgain(1, 2));
    assertFalse(json.takeAgain(0, 11), "beyond the end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\n\"", "\"tür\"", "\"open", "\"a\tb\"", "7", ""})
  void textsThatAreNotPlainAreLeftToAParser(String text) {
    assertNull(json(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-Infinity", "01", "-", ".5", "1.", "1e", "1e+", "+1", "null", ""})
  void whatIsNoNumberInJsonIsNotTaken(String text) {
    assertFalse(json(text).takeNumber());
  }

  @Test
  void aNumberBeyondTheParsersLimitIsNotTaken() {
    assertTrue(json("1".repeat(1_000)).takeNumber());
    assertFalse(json("1".repeat(1_001)).takeNumber());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0.291877595",
        "9007199254740992",
        "9007199254740993",
        "12345678901234567890123",
        "0.000000000000000001",
        "0.0000000000000000001",
        "4.9e-324",
        "1e400",
        "-1.7976931348623157E308",
        "14.876816749572754",
        "0.30000000000000004"
      })
  void numbersAreRoundedAsJavaRoundsThem(String text) {
    PlainJson json = json(text);
    assertTrue(json.takeNumber());
    assertEquals(Double.parseDouble(text), json.number());
  }

  @Test
  void doublesComeBack() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      double value = Math.scalb(random.nextGaussian(), random.nextInt(120) - 60);
      PlainJson json = json(Double.toString(value));
      assertTrue(json.takeNumber());
      assertEquals(value, json.number());
    }
  }
}
