package io.evalbeam.bench.generate.helm;

import java.util.Locale;

/**
 * A run by its numbers.
 *
 * @param subject number of the subject
 * @param model number of the model
 * @param size questions
 */
record HelmRun(int subject, int model, int size) {
  /** Questions that serve as demonstrations come first, as in HELM. */
  static final int DEMONSTRATIONS = 5;

  private static final int WORKSHOPS = 7;
  private static final int VALID_SHARE = 11;

  String subjectName() {
    return String.format(Locale.ROOT, "ward_%02d", subject);
  }

  String modelName() {
    return String.format(Locale.ROOT, "workshop_%d/auk%04d-7b", model % WORKSHOPS, model);
  }

  String deployment() {
    return String.format(Locale.ROOT, "harbour/auk%04d-7b", model);
  }

  /** Name of the run and of its directory. */
  String name() {
    return "mmlu:subject="
        + subjectName()
        + ",method=multiple_choice_joint,model="
        + modelName().replace('/', '_');
  }

  /** Questions of split valid, which come before those of test. */
  int validSize() {
    return Math.max(1, size / VALID_SHARE);
  }

  String split(int instance) {
    return instance < validSize() ? "valid" : "test";
  }

  /** Name of an evaluated question. */
  String instanceId(int instance) {
    return "id" + (DEMONSTRATIONS + instance);
  }
}
