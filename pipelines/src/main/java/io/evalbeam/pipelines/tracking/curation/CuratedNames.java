package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.pipelines.tracking.Policy;
import io.evalbeam.transforms.curate.NameMatcher;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.ModelNames;
import java.util.Locale;

/** Says which spellings in curated tables are one model. */
public final class CuratedNames {
  private CuratedNames() {}

  /** The rules of a policy. */
  public static NameMatcher matcher(Policy policy) {
    return switch (policy) {
      case DEFAULT -> byIdentity(ModelNames.standard(), DeveloperResolver.standard());
      case TRACKER -> CuratedNames::byCase;
    };
  }

  /** The naming rules that the models were collected by. */
  private static NameMatcher byIdentity(ModelNames names, DeveloperResolver developers) {
    return (rawName, developer) -> {
      String name = names.normalize(rawName).name();
      if (developer.isBlank()) {
        return name;
      }
      String canonical = developers.resolve("", developer).developer();
      return name + "\n" + developers.primary(canonical).id();
    };
  }

  private static String byCase(String rawName, String developer) {
    String name = rawName.strip().toLowerCase(Locale.ROOT);
    return developer.isBlank() ? name : name + "\n" + developer.strip().toLowerCase(Locale.ROOT);
  }
}
