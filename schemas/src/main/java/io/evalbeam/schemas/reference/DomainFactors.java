package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a data point costs by subject area and size of the dataset, {@code domains.yaml}. */
public record DomainFactors(List<Rule> rules, MixtureOfExperts mixtureOfExperts)
    implements Serializable {

  /**
   * Operations = 6 · active parameters · data points · passes · factor.
   *
   * @param domains subject areas, any of which fits; empty fits all
   * @param dataPointFactor times that a parameter is used per data point
   * @param passesIfUnstated passes over the data when no source states them
   * @param assumed whether the factor is a rough prior that no other method should be averaged with
   * @param passesCustomary whether practice is uniform enough that unstated passes are no guess
   * @param sigma standard deviation of log10 operations when passes are stated
   * @param passesSigma standard deviation of log10 passes when they are not
   */
  public record Rule(
      String id,
      List<String> domains,
      double dataPointsFrom,
      double dataPointsBelow,
      double dataPointFactor,
      double passesIfUnstated,
      boolean assumed,
      boolean passesCustomary,
      double sigma,
      double passesSigma,
      String source)
      implements Serializable {
    public Rule {
      domains = List.copyOf(Objects.requireNonNullElse(domains, List.of()));
    }

    private boolean fits(List<String> areas, double dataPoints) {
      return (domains.isEmpty() || areas.stream().anyMatch(domains::contains))
          && dataPoints >= dataPointsFrom
          && dataPoints < dataPointsBelow;
    }
  }

  /**
   * Mixture-of-experts models whose active parameters nobody states.
   *
   * @param activeShare active by total parameters
   * @param sigma standard deviation of its log10
   */
  public record MixtureOfExperts(double activeShare, double sigma, String source)
      implements Serializable {}

  public DomainFactors {
    rules = List.copyOf(Objects.requireNonNullElse(rules, List.of()));
  }

  /** The first rule that fits. */
  public Optional<Rule> find(List<String> areas, double dataPoints) {
    return rules.stream().filter(rule -> rule.fits(areas, dataPoints)).findFirst();
  }
}
