package io.evalbeam.io.source;

import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.List;
import java.util.stream.Collectors;

/** What hand-written entries have in common, whether in YAML or CSV. */
final class ManualEntries {
  private ManualEntries() {}

  /** A hand-written entry names its own sources, one a line; other rows have the description's. */
  static String sourceText(SourceDescription description, List<StatedFact> facts) {
    return switch (description.format()) {
      case MANUAL_CSV, MANUAL_YAML ->
          facts.stream()
              .filter(fact -> fact.attribute() == ModelAttribute.LINK)
              .findFirst()
              .map(fact -> fact.text().lines().map(String::strip).collect(Collectors.joining("; ")))
              .orElseGet(description::sourceText);
      case CSV, EPOCH_CSV, HTML_TABLE, MARKDOWN_TABLE, JSON_MODELS -> description.sourceText();
    };
  }
}
