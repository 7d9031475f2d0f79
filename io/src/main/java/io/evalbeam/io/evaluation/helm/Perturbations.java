package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.evaluation.Perturbation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The perturbations of a run and their numbers; 0 is the original. Files join on the name, since
 * some write fewer fields than others. Where the scores have several objects of one name, they are
 * told apart by their whole text, and files that lack it are not joined.
 */
final class Perturbations {
  /** Number of the original. */
  static final int ORIGINAL = 0;

  /** There is no such perturbation, or a name that means several. */
  static final int UNKNOWN = -1;

  private final List<PerturbationObject> objects = new ArrayList<>();
  private final Map<String, Integer> byText = new HashMap<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();

  /** Number of an object of the scores, which carry the whole object. */
  int scored(@Nullable PerturbationObject object) {
    if (object == null) {
      return ORIGINAL;
    }
    Integer known = byText.get(object.canonical());
    return known == null ? add(object) : known;
  }

  private int add(PerturbationObject object) {
    objects.add(object);
    int number = objects.size();
    byText.put(object.canonical(), number);
    byName.computeIfAbsent(object.name(), name -> new ArrayList<>()).add(number);
    return number;
  }

  /** Number of an object of the requests: by name, and by the whole object where that is needed. */
  int requested(@Nullable PerturbationObject object) {
    if (object == null) {
      return ORIGINAL;
    }
    List<Integer> named = byName.getOrDefault(object.name(), List.of());
    return named.size() == 1 ? named.get(0) : scored(object);
  }

  /** Number of a perturbation in the display files, which have the name alone. */
  int displayed(@Nullable PerturbationObject object) {
    if (object == null) {
      return ORIGINAL;
    }
    List<Integer> named = byName.getOrDefault(object.name(), List.of());
    return named.size() == 1 ? named.get(0) : UNKNOWN;
  }

  /** Number of an object of the scores by its canonical text, null for the original. */
  int numberOf(@Nullable String canonical) {
    return canonical == null ? ORIGINAL : byText.getOrDefault(canonical, UNKNOWN);
  }

  /** Whether a perturbation's name means it alone. */
  boolean isUnique(int number) {
    return number == ORIGINAL
        || byName.getOrDefault(objects.get(number - 1).name(), List.of()).size() == 1;
  }

  /** Canonical text of the object, null of the original. */
  @Nullable String text(int number) {
    return number == ORIGINAL ? null : objects.get(number - 1).canonical();
  }

  /** As it is published, null for the original; call after all scores were read. */
  @Nullable Perturbation published(int number) {
    if (number == ORIGINAL) {
      return null;
    }
    PerturbationObject object = objects.get(number - 1);
    String name = isUnique(number) ? object.name() : object.name() + " " + object.canonical();
    return new Perturbation(name, object.robustness(), object.fairness());
  }
}
