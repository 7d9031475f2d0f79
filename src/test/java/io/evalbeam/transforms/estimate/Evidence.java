package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.ArrayList;
import java.util.List;

/** Invented models for tests. */
final class Evidence {
  private final String name;
  private final List<ObservedFact> facts = new ArrayList<>();

  private Evidence(String name) {
    this.name = name;
  }

  static Evidence of(String name) {
    return new Evidence(name);
  }

  Evidence with(ModelAttribute attribute, double number) {
    return from("invented", attribute, number);
  }

  Evidence from(String source, ModelAttribute attribute, double number) {
    facts.add(new ObservedFact(attribute, String.valueOf(number), number, source, 1));
    return this;
  }

  Evidence with(ModelAttribute attribute, String text) {
    facts.add(new ObservedFact(attribute, text, null, "invented", 1));
    return this;
  }

  EntityEvidence build() {
    return new EntityEvidence(
        "m-1", name, name, "Somebody", List.of(name), facts, List.of(), List.of(), 1);
  }
}
