package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What cross-validation says about a fit.
 *
 * @param references reference models given to the fit
 * @param validations one row per regression, by benchmark; the combination first if there is one
 * @param widening factor by which intervals were widened to hold nine of ten left-out references
 */
public record ImputationReport(
    int references, List<ImputationValidation> validations, double widening)
    implements Serializable {

  public ImputationReport {
    validations = List.copyOf(validations);
  }

  /** The row about all used regressions together; empty when none is used. */
  public Optional<ImputationValidation> combined() {
    return validations.stream()
        .filter(row -> row.benchmark().equals(ImputationValidation.COMBINED))
        .findFirst();
  }

  /** A table for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Benchmark imputation, %d reference models; leave-one-out errors%n"
                + "%-28s %6s %9s %12s %12s %8s %8s %6s  %s%n",
            references,
            "benchmark",
            "n",
            "slope",
            "median fold",
            "constant",
            "rmse",
            "constant",
            "in 90%",
            "verdict"));
    for (ImputationValidation row : validations) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-28s %6d %9s %12s %12s %8s %8s %6s  %s%n",
              name(row),
              row.references(),
              number(row.slope()),
              number(row.looMedianFold()),
              number(row.constantMedianFold()),
              number(row.looRmse()),
              number(row.constantRmse()),
              number(row.looCoverage()),
              words(row.verdict())));
    }
    text.append(
        combined().filter(row -> row.verdict() == ImputationVerdict.USED).isPresent()
            ? String.format(Locale.ROOT, "intervals widened by %.2f%n", widening)
            : String.format(
                Locale.ROOT, "no regression beats the constant; the constant stands in%n"));
    return text.toString();
  }

  private static String name(ImputationValidation row) {
    if (row.benchmark().equals(ImputationValidation.COMBINED)) {
      return "combined";
    }
    return row.benchmark() + (row.withReleaseDate() ? " + date" : "");
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String words(ImputationVerdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
