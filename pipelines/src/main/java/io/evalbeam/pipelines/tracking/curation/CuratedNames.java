package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.NameMatcher;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.ModelNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says which spellings in curated tables are one model. */
public final class CuratedNames {
  private CuratedNames() {}

  /**
   * The rules of a policy.
   *
   * @param models whose names are never taken for another model's
   */
  public static NameMatcher matcher(Policy policy, List<TrackedModel> models) {
    return switch (policy) {
      case DEFAULT -> byIdentity(models, ModelNames.standard(), DeveloperResolver.standard());
      case TRACKER -> CuratedNames::byCase;
    };
  }

  /**
   * The naming rules that models are collected by. A name that a model has stays as it is: model
   * files made by other rules tell apart what these rules would unite.
   */
  private static NameMatcher byIdentity(
      List<TrackedModel> models, ModelNames names, DeveloperResolver developers) {
    Set<String> known = new HashSet<>();
    models.forEach(model -> known.add(lower(model.name())));
    return (rawName, developer) -> {
      String typed = lower(rawName);
      String name = known.contains(typed) ? typed : names.normalize(rawName).name();
      if (developer.isBlank()) {
        return name;
      }
      String canonical = developers.resolve("", developer).developer();
      return name + "\n" + developers.primary(canonical).id();
    };
  }

  private static String byCase(String rawName, String developer) {
    String name = lower(rawName);
    return developer.isBlank() ? name : name + "\n" + lower(developer);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
