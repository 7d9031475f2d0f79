package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.transforms.tracking.EstimateSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of the estimator from a user's own reference files and those of Evalbeam. */
public final class ReferenceFolder {
  private ReferenceFolder() {}

  /**
   * Settings of the default policy.
   *
   * @param stage command, for counts
   * @param folder with replacements; null for none
   * @param threshold of the classes, FLOP
   * @throws InvalidConfigurationException with every problem of every file
   */
  public static EstimateSettings settings(
      String stage, @Nullable String folder, double threshold, Instant asOf) throws IOException {
    Map<String, String> replacements = ReferenceTexts.of(folder);
    String benchmarks = replacements.get(EstimateSettings.BENCHMARKS_FILE);
    replacements.keySet().retainAll(ReferenceLibrary.FILES);
    EstimateSettings settings =
        new EstimateSettings(
            stage, ReferenceLibrary.load(replacements), benchmarks, threshold, asOf.toString());
    settings.check();
    return settings;
  }
}
