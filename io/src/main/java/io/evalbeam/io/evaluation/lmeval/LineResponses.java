package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes responses of lines.
 *
 * <ul>
 *   <li>Raw input is the document as JSON, word for word. Which of its fields is the question only
 *       the task's code knows, and the prompt holds demonstrations that differ from run to run. It
 *       therefore contains the answer, where the data set does.
 *   <li>References of {@code multiple_choice} are the choices; otherwise the target.
 *   <li>Output is the choice taken, or the first text the model generated. Mapped output is what
 *       was scored: the choice, or that text after the filter. Log-likelihoods have neither.
 *   <li>The instance key is the document's hash, equal for all models; documents of equal content
 *       get {@code #2}, {@code #3} in file order.
 * </ul>
 */
final class LineResponses {
  private final @Nullable String split;
  private final @Nullable String outputType;
  private final Map<String, Integer> occurrences = new HashMap<>();

  LineResponses(JsonNode config) {
    String test = SortedJson.text(config.path("test_split"));
    // The harness falls back on the validation split where a data set has no test split.
    this.split = test != null ? test : SortedJson.text(config.path("validation_split"));
    this.outputType = SortedJson.text(config.path("output_type"));
  }

  Response of(SampleLine line, MetricValues metrics, @Nullable String documentHash) {
    boolean choice = "multiple_choice".equals(outputType);
    Choices choices = Choices.of(line);
    String target = line.text("target");
    List<Reference> references =
        choice
            ? choices.references()
            : target == null ? List.of() : List.of(new Reference(target, true));
    boolean generated = "generate_until".equals(outputType);
    String taken = choice ? choices.taken() : null;
    return new Response(
        line.documentId(),
        instanceKey(line, documentHash),
        split,
        null,
        null,
        0,
        line.document(),
        references,
        generated ? firstText(line.fields().path("resps").path(0)) : taken,
        generated ? firstText(line.filteredResponses()) : taken,
        TextStatus.AVAILABLE,
        metrics,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String firstText(JsonNode responses) {
    return SortedJson.text(responses.path(0));
  }

  private String instanceKey(SampleLine line, @Nullable String documentHash) {
    if (documentHash == null) {
      return "doc_id:" + line.documentId();
    }
    int occurrence = occurrences.merge(documentHash, 1, Integer::sum);
    return occurrence == 1 ? documentHash : documentHash + "#" + occurrence;
  }
}
