package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Invented models whose compute, capability and scores follow known laws. Compute is normal around
 * 1e24 FLOP with one decade of spread; two arenas and an exam see it through a shared error and one
 * of their own.
 */
final class SyntheticModels {
  private final Random random;
  private final double sharedError;
  private final double ownError;
  private int next;

  SyntheticModels(long seed, double sharedError, double ownError) {
    this.random = new Random(seed);
    this.sharedError = sharedError;
    this.ownError = ownError;
  }

  /** A model with its true log10 FLOP. */
  record Model(String entityId, double log10Flop, List<ObservedScore> scores) {
    ReferencePoint reference(double stated, double sigma) {
      return new ReferencePoint(entityId, stated, sigma, null, scores);
    }

    EntityEvidence evidence() {
      return evidenceOf(entityId, scores, null);
    }
  }

  List<Model> models(int count) {
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      models.add(model());
    }
    return models;
  }

  /** References that state the compute with a measurement error. */
  List<ReferencePoint> references(int count, double sigma) {
    return models(count).stream()
        .map(model -> model.reference(model.log10Flop() + sigma * random.nextGaussian(), sigma))
        .toList();
  }

  private Model model() {
    double log10Flop = 24 + random.nextGaussian();
    double seen = log10Flop - 24 + sharedError * random.nextGaussian();
    String id = String.format(Locale.ROOT, "m%06d", next++);
    List<ObservedScore> scores = new ArrayList<>();
    scores.add(score("arena_a", 1200 + 100 * (seen + own()), "elo"));
    scores.add(score("arena_b", 1100 + 80 * (seen + own()), "elo"));
    double logit = 0.8 * (seen + own());
    scores.add(score("exam", 100 / (1 + Math.exp(-logit)), "percent"));
    return new Model(id, log10Flop, scores);
  }

  private double own() {
    return ownError * random.nextGaussian();
  }

  static ObservedScore score(String benchmark, double value, @Nullable String unit) {
    return new ObservedScore(benchmark, value, unit, "board", 1, "Model");
  }

  static EntityEvidence evidenceOf(
      String entityId, List<ObservedScore> scores, @Nullable String releaseDate) {
    List<ObservedFact> facts =
        releaseDate == null
            ? List.of()
            : List.of(new ObservedFact(ModelAttribute.RELEASE_DATE, releaseDate, null, "list", 4));
    return new EntityEvidence(
        entityId, "model", "Model", "Acme", List.of("Model"), facts, scores, List.of("board"), 1);
  }
}
