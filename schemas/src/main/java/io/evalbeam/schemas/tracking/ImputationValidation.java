package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * How well one regression predicts the training compute of reference models that it has not seen.
 * Fold errors are max(r, 1/r) of predicted to known FLOP. The row of benchmark {@code *} is about
 * all used benchmarks combined.
 */
@TableSpec(
    name = "imputation_validation",
    description = "Leave-one-out errors of benchmark imputation beside those of the best constant.",
    key = {"benchmark", "with_release_date"})
@DefaultSchema(RecordSchemaProvider.class)
public record ImputationValidation(
    @SchemaFieldDescription("Benchmark key; * for all used ones combined.") String benchmark,
    @SchemaFieldDescription("Whether the release date is a covariate too.") boolean withReleaseDate,
    @SchemaFieldDescription("What the scores mean; null for the combination.")
        @Nullable BenchmarkKind kind,
    @SchemaFieldDescription("Reference models.") int references,
    @SchemaFieldDescription(
            "Change of log10 FLOP per 100 rating points, per logit or per index point; null if not"
                + " fitted.")
        @Nullable Double slope,
    @SchemaFieldDescription("Median leave-one-out fold error; null if not fitted.")
        @Nullable Double looMedianFold,
    @SchemaFieldDescription("The same of the best constant on the same models.")
        @Nullable Double constantMedianFold,
    @SchemaFieldDescription("Root mean square of leave-one-out errors of log10 FLOP.")
        @Nullable Double looRmse,
    @SchemaFieldDescription("The same of the best constant on the same models.")
        @Nullable Double constantRmse,
    @SchemaFieldDescription("Share of left-out models inside their 90 % interval.")
        @Nullable Double looCoverage,
    @SchemaFieldDescription(
            "Whether left-out models are predicted better than by the best constant; null if not"
                + " fitted.")
        @Nullable Boolean beatsConstant,
    @SchemaFieldDescription("Whether the regression is used, or why not.")
        ImputationVerdict verdict)
    implements Serializable {

  /** Benchmark key of the row about the combination. */
  public static final String COMBINED = "*";

  /** The same with another verdict. */
  public ImputationValidation judged(ImputationVerdict newVerdict) {
    return new ImputationValidation(
        benchmark,
        withReleaseDate,
        kind,
        references,
        slope,
        looMedianFold,
        constantMedianFold,
        looRmse,
        constantRmse,
        looCoverage,
        beatsConstant,
        newVerdict);
  }
}
