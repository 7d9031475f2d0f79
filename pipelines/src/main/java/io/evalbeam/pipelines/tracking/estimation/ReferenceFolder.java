package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.transforms.tracking.EstimateSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user's own reference files in place of those shipped with Evalbeam. */
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
    Map<String, String> replacements = replacements(folder);
    String benchmarks = replacements.remove(EstimateSettings.BENCHMARKS_FILE);
    EstimateSettings settings =
        new EstimateSettings(
            stage, ReferenceLibrary.load(replacements), benchmarks, threshold, asOf.toString());
    settings.check();
    return settings;
  }

  private static Map<String, String> replacements(@Nullable String folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (folder == null) {
      return texts;
    }
    List<String> names = new ArrayList<>(ReferenceLibrary.FILES);
    names.add(EstimateSettings.BENCHMARKS_FILE);
    for (String name : names) {
      read(folder, name).ifPresent(text -> texts.put(name, text));
    }
    if (texts.isEmpty()) {
      throw new InvalidConfigurationException(
          List.of("--referenceData=" + folder + ": holds none of " + String.join(", ", names)));
    }
    return texts;
  }

  /** A text file of a folder, if it is there. */
  static Optional<String> read(String folder, String file) throws IOException {
    return BeamFiles.readIfExists(BeamFiles.join(folder, file))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
