package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accelerator.
 *
 * @param id stable identifier
 * @param vendor maker, as utilisation priors name it
 * @param released {@code YYYY-MM}
 * @param aliases names in sources; matched by words, see {@link ChipCatalogue#find}
 * @param peaks dense peaks by format
 */
public record Chip(
    String id, String vendor, String released, List<String> aliases, List<ChipPeak> peaks)
    implements Serializable {

  private static final List<NumericFormat> USUAL =
      List.of(
          NumericFormat.BF16,
          NumericFormat.FP16,
          NumericFormat.TF32,
          NumericFormat.FP32,
          NumericFormat.INT8);

  public Chip {
    aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
    peaks = List.copyOf(Objects.requireNonNullElse(peaks, List.of()));
  }

  /**
   * The peak that a run in this format is measured against. BF16 and FP16 stand in for one another;
   * a format the chip lacks, or none, means its usual training format: the fastest of 16 bits, or
   * FP32 on chips that have nothing shorter.
   */
  public ChipPeak peakFor(@Nullable NumericFormat format) {
    if (format != null) {
      Optional<ChipPeak> exact = peak(format);
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    for (NumericFormat usual : USUAL) {
      Optional<ChipPeak> peak = peak(usual);
      if (peak.isPresent()) {
        return peak.get();
      }
    }
    return peaks.get(0);
  }

  private Optional<ChipPeak> peak(NumericFormat format) {
    return peaks.stream().filter(peak -> peak.format() == format).findFirst();
  }
}
