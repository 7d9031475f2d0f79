package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Utilisation of the dense peak where none is stated, {@code utilization.yaml}. Sigmas are standard
 * deviations of log10.
 */
public record UtilizationPriors(
    List<Prior> priors,
    double statedSigma,
    String statedSource,
    double modelPerHardwareUtilization,
    double modelPerHardwareSigma,
    String modelPerHardwareSource,
    double mixedChipsSigma,
    String mixedChipsSource)
    implements Serializable {

  /** Vendor that fits every chip. */
  public static final String ANY_VENDOR = "Any";

  /** Release year of chips without one; priors that serve them start no later. */
  static final int UNKNOWN_YEAR = 1950;

  /**
   * A prior for a vendor's chips.
   *
   * @param fromYear earliest release year of the chip
   * @param formats formats it holds for; empty for all
   * @param utilization fraction of the dense peak
   */
  public record Prior(
      String vendor,
      int fromYear,
      List<NumericFormat> formats,
      double utilization,
      double sigma,
      String source)
      implements Serializable {
    public Prior {
      formats = List.copyOf(Objects.requireNonNullElse(formats, List.of()));
    }

    private boolean fits(String chipVendor, int year, @Nullable NumericFormat format) {
      return (vendor.equals(chipVendor) || vendor.equals(ANY_VENDOR))
          && year >= fromYear
          && (formats.isEmpty() || (format != null && formats.contains(format)));
    }
  }

  public UtilizationPriors {
    priors = List.copyOf(Objects.requireNonNullElse(priors, List.of()));
  }

  /**
   * The first prior that fits a chip in a numeric format; empty only when no prior serves every
   * vendor from the start, which validation rules out.
   */
  public Optional<Prior> find(Chip chip, @Nullable NumericFormat format) {
    int year =
        chip.released().matches("\\d{4}.*")
            ? Integer.parseInt(chip.released().substring(0, 4))
            : UNKNOWN_YEAR;
    return priors.stream().filter(prior -> prior.fits(chip.vendor(), year, format)).findFirst();
  }
}
