package io.evalbeam.io.evaluation.lmeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LmEvalPartsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "results.json",
        "results_2026-03-01.json",
        "results_2026-03-01T10:00:00.json",
        "results_2026-03-01T10-00-00.json.bak",
        "results_2026-03-01T10-00-00x1.json",
        "samples_2026-03-01T10-00-00.jsonl",
        "samples__2026-03-01T10-00-00.json"
      })
  void knowsNamesThatAreNotItsOwn(String name) {
    assertNull(LogFileName.parse(name));
  }

  @Test
  void takesTheTaskFromANameWithUnderscores() {
    assertEquals(
        new LogFileName("a_b_c", "2026-03-01T10-00-00"),
        LogFileName.parse("samples_a_b_c_2026-03-01T10-00-00.jsonl"));
  }

  @Test
  void readsSelectorsBack() {
    for (RunSelector selector :
        List.of(
            new RunSelector("t", "none"),
            new RunSelector("t:1\n", "a:\nb"),
            new RunSelector("task:4:none", null))) {
      assertEquals(selector, RunSelector.parse(selector.text()));
    }
  }

  @Test
  void laysJsonOutAsPythonDoes() throws Exception {
    assertEquals(
        "{\n  \"a\": [\n    1e-05,\n    -0.0,\n    NaN,\n    {}\n  ],\n  \"ø\\n\\u001f\": null\n}",
        PythonJson.indented("{\"a\":[1e-05,-0.0,NaN,{}],\"\\u00f8\\n\\u001F\":null}"));
  }

  @Test
  void keepsALongDocumentWordForWord() throws Exception {
    String document = "{\"text\": \"" + "ä\\n".repeat(100_000) + "\", \"n\": 1.50}";
    SampleLine line = SampleLine.parse("{\"doc\": " + document + " , \"doc_id\": 3}");
    assertNotNull(line);
    assertEquals(document, line.document());
    assertEquals("3", line.documentId());
    SampleLine text = SampleLine.parse("{\"doc\": \"only \\\"text\\\"\", \"doc_id\": 3}");
    assertNotNull(text);
    assertEquals("\"only \\\"text\\\"\"", text.document());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1|false,true,false", "[0, 2]|true,false,true", "yes|false,false,true"})
  void findsTheRightChoices(String target, String right) throws Exception {
    List<Reference> references = Choices.of(choices(target)).references();
    assertEquals(
        List.of(right.split(",", -1)),
        references.stream().map(reference -> String.valueOf(reference.correct())).toList());
  }

  @Test
  void keepsATargetThatIsNoChoice() throws Exception {
    List<Reference> references = Choices.of(choices("7")).references();
    assertEquals(new Reference("7", true), references.get(3));
    assertFalse(references.subList(0, 3).stream().anyMatch(Reference::correct));
  }

  @Test
  void leavesOutTheUnconditionalRequests() throws Exception {
    List<Reference> references = Choices.of(choices("0")).references();
    assertEquals(3, references.size());
    assertTrue(references.get(0).correct());
  }

  private static SampleLine choices(String target) throws Exception {
    SampleLine line =
        SampleLine.parse(
            "{\"doc_id\": 0, \"target\": \""
                + target
                + "\", \"arguments\": {\"gen_args_0\": {\"arg_0\": \"p\", \"arg_1\": \" no\"},"
                + " \"gen_args_1\": {\"arg_0\": \"p\", \"arg_1\": \" maybe\"},"
                + " \"gen_args_2\": {\"arg_0\": \"p\", \"arg_1\": \" yes\"},"
                + " \"gen_args_3\": {\"arg_0\": \"\", \"arg_1\": \" no\"}}}");
    assertNotNull(line);
    return line;
  }
}
