package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.EntityIds;
import io.evalbeam.transforms.identity.IdentityRules;
import io.evalbeam.transforms.identity.ModelNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the model behind the name a run states, by the rules that the model tables use. */
final class RunModels {
  private final ModelNames names;
  private final DeveloperResolver developers;
  private final Map<String, ModelIdentity> known = new HashMap<>();

  RunModels(IdentityRules rules) {
    this.names = rules.names();
    this.developers = rules.developers();
  }

  /** The model of a name such as {@code developer/model}. */
  ModelIdentity of(String modelName) {
    return known.computeIfAbsent(modelName, this::identify);
  }

  private ModelIdentity identify(String modelName) {
    int slash = modelName.indexOf('/');
    boolean hasDeveloper = slash > 0 && slash == modelName.lastIndexOf('/');
    String bare = hasDeveloper ? modelName.substring(slash + 1) : modelName;
    String name = names.normalize(bare.isBlank() ? modelName : bare).name();
    String stated = hasDeveloper ? modelName.substring(0, slash) : null;
    String developer = developers.resolve(modelName, stated).developer();
    return new ModelIdentity(
        EntityIds.ofName(name),
        family(name),
        developer.equals(DeveloperResolver.UNKNOWN) ? null : developer);
  }

  /**
   * The words of a normalised name before its first number; letters in front of it belong to it.
   */
  private static @Nullable String family(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("_", -1)) {
      int letters = 0;
      while (letters < word.length() && !Character.isDigit(word.charAt(letters))) {
        letters++;
      }
      if (letters == word.length()) {
        words.add(word);
        continue;
      }
      if (words.isEmpty() && letters > 0) {
        words.add(word.substring(0, letters));
      }
      break;
    }
    return words.isEmpty() ? null : String.join("_", words);
  }
}
