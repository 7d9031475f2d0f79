package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One candidate as text for a reviewer: value, interval, probability, reasons, sources. */
public final class ReviewCard {
  private ReviewCard() {}

  /**
   * The card, each line ended by a line feed.
   *
   * @param position place in the queue, from 1
   * @param total candidates in the queue
   */
  public static String text(ReviewCandidate candidate, int position, int total) {
    CuratedRow row = candidate.row();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "[%d of %d] %s (%s)\n",
            position,
            total,
            printable(row.model()),
            printable(row.developer())));
    line(out, "FLOP", flop(candidate));
    TrackedModel model = candidate.model();
    if (model != null) {
      line(out, "probability", probability(model));
    }
    line(out, "class", row.cell(CuratedColumns.THRESHOLD_CLASSIFICATION));
    line(out, "method", row.cell(CuratedColumns.ESTIMATION_METHOD));
    line(out, "confidence", confidence(row));
    line(out, "parameters", row.cell(CuratedColumns.PARAMETERS));
    line(out, "released", row.cell(CuratedColumns.RELEASE_DATE));
    line(out, "reasoning", row.cell(CuratedColumns.REASONING));
    if (model != null) {
      line(out, "flags", flags(model.flags()));
      for (AlternativeEstimate other : model.alternatives()) {
        line(
            out,
            "otherwise",
            FlopText.threeDigits(other.flop())
                + " by "
                + other.method().key()
                + ", "
                + other.confidence().key()
                + ": "
                + other.reasoning());
      }
      model.sources().forEach(source -> line(out, "source", source));
    } else {
      line(out, "sources", row.cell(CuratedColumns.SOURCES));
      line(out, "stale since", row.cell(CuratedColumns.STALE_SINCE));
    }
    line(out, "notes", row.cell(CuratedColumns.NOTES));
    return out.toString();
  }

  private static String flop(ReviewCandidate candidate) {
    String value = candidate.row().cell(CuratedColumns.TRAINING_FLOP);
    TrackedModel model = candidate.model();
    Double low = model == null ? null : model.log10FlopLow();
    Double high = model == null ? null : model.log10FlopHigh();
    if (low == null || high == null) {
      return value.isEmpty() ? "no estimate" : value;
    }
    return String.format(
        Locale.ROOT,
        "%s (90 %% interval %s to %s)",
        value,
        FlopText.threeDigits(Math.pow(10, low)),
        FlopText.threeDigits(Math.pow(10, high)));
  }

  private static String probability(TrackedModel model) {
    Double probability = model.probabilityAboveThreshold();
    return probability == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.2f that compute exceeds %s",
            probability,
            FlopText.shortest(model.threshold()));
  }

  private static String confidence(CuratedRow row) {
    String explanation = row.cell(CuratedColumns.CONFIDENCE_EXPLANATION);
    String confidence = row.cell(CuratedColumns.CONFIDENCE);
    return explanation.isEmpty() ? confidence : confidence + " (" + explanation + ")";
  }

  private static String flags(List<EstimateFlag> flags) {
    return flags.stream()
        .map(flag -> flag.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder out, String label, String text) {
    if (!text.isBlank()) {
      out.append("  ").append(label).append(": ").append(printable(text)).append('\n');
    }
  }

  /** Terminal control sequences in names found in the wild are not passed on. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
