package io.evalbeam.pipelines.run;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.reference.EvaluationReferences;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.transforms.identity.IdentityRules;
import io.evalbeam.transforms.tracking.EstimateSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user's own reference files in place of those shipped with Evalbeam. */
public final class ReferenceTexts {
  private ReferenceTexts() {}

  /**
   * Texts by file name of the reference files in a folder.
   *
   * @param folder null for none
   * @throws InvalidConfigurationException when the folder holds no reference file
   */
  public static Map<String, String> of(@Nullable String folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (folder == null) {
      return texts;
    }
    List<String> names = new ArrayList<>(ReferenceLibrary.FILES);
    names.add(EstimateSettings.BENCHMARKS_FILE);
    names.addAll(IdentityRules.FILES);
    names.addAll(EvaluationReferences.FILES);
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
  public static Optional<String> read(String folder, String file) throws IOException {
    return BeamFiles.readIfExists(BeamFiles.join(folder, file))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Rules for names from a folder, checked.
   *
   * @throws InvalidConfigurationException with every problem of its files
   */
  public static IdentityRules identityRules(@Nullable String folder) throws IOException {
    IdentityRules rules = new IdentityRules(of(folder));
    rules.check();
    return rules;
  }
}
