package io.evalbeam.transforms.curate;

/**
 * Says when two spellings mean one model. A row typed by a person and a model under the current
 * naming rules are the same when their keys are equal.
 */
@FunctionalInterface
public interface NameMatcher {
  /**
   * The key of a model.
   *
   * @param rawName name in any spelling
   * @param developer in any spelling; empty asks for the key of the name alone
   */
  String key(String rawName, String developer);
}
