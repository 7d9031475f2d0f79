package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes a served variant from its base model; none of it changes pre-training compute.
 *
 * @param snapshot release date in the name, ISO {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code
 *     --MM-DD} where the year is not given
 * @param tuning such as {@code instruct}, {@code chat}, {@code base}
 * @param mode such as {@code thinking}, {@code no_thinking}
 * @param effort such as {@code high}, {@code low}
 * @param quantization such as {@code fp8}, {@code int4}
 * @param contextLength tokens
 * @param stage such as {@code preview}, {@code exp}, {@code beta}, {@code latest}
 */
@DefaultSchema(RecordSchemaProvider.class)
public record Variant(
    @SchemaFieldDescription("Release date in the name: YYYY-MM-DD, YYYY-MM or --MM-DD.")
        @Nullable String snapshot,
    @SchemaFieldDescription("Tuning: instruct, chat, base.") @Nullable String tuning,
    @SchemaFieldDescription("Inference mode: thinking, no_thinking.") @Nullable String mode,
    @SchemaFieldDescription("Reasoning effort: high, medium, low.") @Nullable String effort,
    @SchemaFieldDescription("Weight format served: fp8, int4, bf16.") @Nullable String quantization,
    @SchemaFieldDescription("Context length in the name, tokens.") @Nullable Long contextLength,
    @SchemaFieldDescription("Release stage: preview, exp, beta, latest.") @Nullable String stage) {

  /** The base model itself. */
  public static final Variant BASE = new Variant(null, null, null, null, null, null, null);
}
