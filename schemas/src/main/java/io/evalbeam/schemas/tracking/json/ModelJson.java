package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code models} in a model file, in the order of its keys. The same shape holds
 * parsed source rows and estimated models.
 *
 * @param name normalised name, not empty
 * @param developer {@code Unknown} when none is given
 * @param releaseDate as stated; null if unknown
 * @param parameters total count; null if unknown
 * @param parameterSource where the count comes from
 * @param contextLength tokens
 * @param architecture in the source's words
 * @param trainingFlop FLOP, positive; files hold three significant digits
 * @param confidence of the training compute
 * @param method of the training compute
 * @param alternatives estimates by other methods, best first
 * @param inferenceFlopPerToken FLOP per token
 * @param threshold FLOP, which the class is about
 * @param thresholdClass side of the threshold
 * @param benchmarks in file order; units are null
 * @param sources where the values come from
 * @param reasoning the calculation in a sentence; empty without an estimate
 * @param lastUpdated ISO date-time with Z; null if unknown
 * @param metadata everything else
 */
public record ModelJson(
    String name,
    String developer,
    @Nullable String releaseDate,
    @Nullable Double parameters,
    @Nullable String parameterSource,
    @Nullable Long contextLength,
    @Nullable String architecture,
    @Nullable Double trainingFlop,
    Confidence confidence,
    EstimationMethod method,
    List<AlternativeEstimate> alternatives,
    @Nullable Double inferenceFlopPerToken,
    double threshold,
    ThresholdClass thresholdClass,
    List<BenchmarkScore> benchmarks,
    List<String> sources,
    String reasoning,
    @Nullable String lastUpdated,
    ObjectNode metadata) {

  /** Threshold of files that do not state one. */
  public static final double DEFAULT_THRESHOLD = 1e25;

  public ModelJson {
    alternatives = List.copyOf(alternatives);
    benchmarks = List.copyOf(benchmarks);
    sources = List.copyOf(sources);
    metadata = metadata.deepCopy();
  }

  /** A copy, so that nobody changes this one. */
  @Override
  public ObjectNode metadata() {
    return metadata.deepCopy();
  }

  static ObjectNode newMetadata() {
    return JsonNodeFactory.instance.objectNode();
  }
}
