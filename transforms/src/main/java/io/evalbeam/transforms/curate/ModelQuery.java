package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question to the tracked models. A null filter lets everything pass; a model without the value
 * that a filter asks for does not pass it.
 *
 * @param minFlop least training compute, FLOP
 * @param thresholdClass side of the threshold
 * @param developer in any case, whole
 * @param name part of the name or of a raw name, in any case
 * @param minParameters least total parameters
 * @param confidence exactly this
 * @param sort order of the rows
 * @param top most rows returned; null for all
 */
public record ModelQuery(
    @Nullable Double minFlop,
    @Nullable ThresholdClass thresholdClass,
    @Nullable String developer,
    @Nullable String name,
    @Nullable Double minParameters,
    @Nullable Confidence confidence,
    Sort sort,
    @Nullable Integer top) {

  /** Orders; models without the value come last, ties go by name. */
  public enum Sort {
    /** Training compute, largest first. */
    FLOP(
        Comparator.comparing(
            TrackedModel::trainingFlop, Comparator.nullsLast(Comparator.<Double>reverseOrder()))),
    /** Probability of exceeding the threshold, largest first. */
    PROBABILITY(
        Comparator.comparing(
            TrackedModel::probabilityAboveThreshold,
            Comparator.nullsLast(Comparator.<Double>reverseOrder()))),
    /** Total parameters, largest first. */
    PARAMETERS(
        Comparator.comparing(
            TrackedModel::parametersTotal,
            Comparator.nullsLast(Comparator.<Double>reverseOrder()))),
    /** Release date, newest first. */
    RELEASE_DATE(
        Comparator.comparing(
            TrackedModel::releaseDate, Comparator.nullsLast(Comparator.<String>reverseOrder()))),
    /** Developer by code point. */
    DEVELOPER(Comparator.comparing(TrackedModel::developer, CodePointOrder.INSTANCE)),
    /** Name by code point. */
    NAME(Comparator.comparing(TrackedModel::name, CodePointOrder.INSTANCE));

    // A comparator of method references holds no state, though enums cannot tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<TrackedModel> order;

    Sort(Comparator<TrackedModel> order) {
      this.order =
          order
              .thenComparing(TrackedModel::name, CodePointOrder.INSTANCE)
              .thenComparing(TrackedModel::entityId);
    }
  }

  public ModelQuery {
    if (top != null && top < 1) {
      throw new IllegalArgumentException("top must be at least 1: " + top);
    }
  }

  /** The question that everything answers, most compute first. */
  public static ModelQuery all() {
    return new ModelQuery(null, null, null, null, null, null, Sort.FLOP, null);
  }

  /** The models that pass every filter, in order, at most {@code top}. */
  public QueryResult run(List<TrackedModel> models) {
    List<TrackedModel> matched = models.stream().filter(this::matches).sorted(sort.order).toList();
    List<TrackedModel> shown =
        top == null ? matched : matched.subList(0, Math.min(top, matched.size()));
    return new QueryResult(shown, matched.size(), models.size());
  }

  /**
   * Where the result is saved, below the output folder. Only lower-case letters, digits and {@code
   * -._} appear, never two dots in a row.
   *
   * @param asOf ISO date of the run
   * @param extension {@code csv} or {@code json}
   */
  public String fileName(String asOf, String extension) {
    List<String> parts = new ArrayList<>();
    add(parts, "min", minFlop == null ? null : FlopText.shortest(minFlop));
    add(parts, "class", thresholdClass == null ? null : thresholdClass.name());
    add(parts, "developer", developer);
    add(parts, "name", name);
    add(parts, "parameters", minParameters == null ? null : FlopText.shortest(minParameters));
    add(parts, "confidence", confidence == null ? null : confidence.key());
    add(parts, "by", sort == Sort.FLOP ? null : sort.name());
    add(parts, "top", top == null ? null : top.toString());
    String question = parts.isEmpty() ? "all" : String.join("_", parts);
    return "query_results/" + question + "_" + slug(asOf) + "." + slug(extension);
  }

  private static void add(List<String> parts, String label, @Nullable String value) {
    if (value != null) {
      parts.add(label + "-" + slug(value));
    }
  }

  private static final int MAX_SLUG = 40;

  private static String slug(String text) {
    String safe =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[-.]+|[-.]+$", "");
    String cut = safe.substring(0, Math.min(MAX_SLUG, safe.length()));
    // Names in other scripts leave nothing, and cut names may collide: a hash tells them apart.
    return cut.isEmpty() || cut.length() < safe.length()
        ? cut + "x" + Integer.toHexString(text.hashCode())
        : cut;
  }

  private boolean matches(TrackedModel model) {
    return atLeast(model.trainingFlop(), minFlop)
        && atLeast(model.parametersTotal(), minParameters)
        && (thresholdClass == null || model.thresholdClass() == thresholdClass)
        && (developer == null || model.developer().equalsIgnoreCase(developer.strip()))
        && (confidence == null || model.confidence() == confidence)
        && (name == null || hasName(model, name.strip().toLowerCase(Locale.ROOT)));
  }

  private static boolean atLeast(@Nullable Double value, @Nullable Double least) {
    return least == null || (value != null && value >= least);
  }

  private static boolean hasName(TrackedModel model, String part) {
    return model.name().toLowerCase(Locale.ROOT).contains(part)
        || model.rawNames().stream().anyMatch(raw -> raw.toLowerCase(Locale.ROOT).contains(part));
  }
}
