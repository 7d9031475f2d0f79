package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Invented models for tests. */
final class Models {
  static final String TIME = "2026-01-01T00:00:00Z";

  /** Spellings differ in case, hyphens and a suffix of the developer. */
  static final NameMatcher MATCHER =
      (name, developer) ->
          name.strip().toLowerCase(Locale.ROOT).replaceAll("[-\\s_]+", "_")
              + "/"
              + developer.strip().toLowerCase(Locale.ROOT).replaceAll("( ai| labs)$", "");

  static final RefreshSettings SETTINGS = new RefreshSettings("2026-02-03", 3);

  private Models() {}

  static TrackedModel model(String name, String developer, @Nullable Double flop) {
    return model(name, developer, flop, TIME, List.of(name));
  }

  static TrackedModel model(
      String name,
      String developer,
      @Nullable Double flop,
      String updatedAt,
      List<String> rawNames) {
    ThresholdClass side =
        flop == null || (flop > 5e24 && flop < 5e25)
            ? ThresholdClass.NOT_SURE
            : flop >= 5e25
                ? ThresholdClass.HIGH_CONFIDENCE_ABOVE
                : ThresholdClass.HIGH_CONFIDENCE_BELOW;
    Double log = flop == null ? null : (Double) Math.log10(flop);
    return new TrackedModel(
        "entity-" + name + "-" + developer,
        name,
        name,
        developer,
        "2025-05-06",
        70e9,
        null,
        "stated",
        null,
        null,
        flop,
        log == null ? null : (Double) (log - 0.5),
        log,
        log == null ? null : (Double) (log + 0.5),
        Confidence.MEDIUM,
        flop == null ? EstimationMethod.NONE : EstimationMethod.OPERATION_COUNT,
        1e25,
        side,
        flop == null ? null : (Double) 0.6,
        "6 × N × D",
        List.of(),
        List.of(),
        List.of(),
        rawNames,
        List.of("https://example.org (Example)"),
        1,
        updatedAt);
  }
}
