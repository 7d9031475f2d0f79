package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * One estimate of a model's training compute by one method.
 *
 * <p>The interval columns are quantiles of log10 FLOP; under the {@code tracker} policy, which
 * knows no uncertainty, all three are equal.
 */
@TableSpec(
    name = "flop_estimates",
    description = "One row per model and method; one row of each model is chosen.",
    key = {"entity_id", "priority"})
@DefaultSchema(RecordSchemaProvider.class)
public record FlopEstimate(
    @SchemaFieldDescription("Stable identifier of the model.") String entityId,
    @SchemaFieldDescription("Normalised name.") String name,
    @SchemaFieldDescription("Resolved developer.") String developer,
    @SchemaFieldDescription("Place in the model's list of estimates, from 0.") int priority,
    @SchemaFieldDescription("How the estimate was made.") EstimationMethod method,
    @SchemaFieldDescription("Whether this is the model's published estimate.") boolean chosen,
    @SchemaFieldDescription("Training compute, FLOP; the median.") double flop,
    @SchemaFieldDescription("5 % quantile of log10 FLOP.") double log10FlopLow,
    @SchemaFieldDescription("Median of log10 FLOP.") double log10FlopMedian,
    @SchemaFieldDescription("95 % quantile of log10 FLOP.") double log10FlopHigh,
    @SchemaFieldDescription("How much rests on published details.") Confidence confidence,
    @SchemaFieldDescription("The calculation in a sentence.") String reasoning,
    @SchemaFieldDescription("Quantities used, with their sources.") List<EstimateInput> inputs,
    @SchemaFieldDescription("Why to look twice.") List<EstimateFlag> flags) {

  public FlopEstimate {
    inputs = List.copyOf(inputs);
    flags = List.copyOf(flags);
    if (!(flop > 0) || Double.isInfinite(flop)) {
      throw new IllegalArgumentException("flop must be positive and finite: " + flop);
    }
    if (!(log10FlopLow <= log10FlopMedian && log10FlopMedian <= log10FlopHigh)) {
      throw new IllegalArgumentException("quantiles of log10 FLOP are out of order");
    }
  }

  /** The same estimate at another place in the list. */
  public FlopEstimate at(int newPriority, boolean isChosen) {
    return new FlopEstimate(
        entityId,
        name,
        developer,
        newPriority,
        method,
        isChosen,
        flop,
        log10FlopLow,
        log10FlopMedian,
        log10FlopHigh,
        confidence,
        reasoning,
        inputs,
        flags);
  }
}
