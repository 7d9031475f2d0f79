package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A model under the run's identity rules.
 *
 * @param modelId stable identifier of the normalised name
 * @param family the name without size, date and tuning; null if the name has none
 * @param developer resolved developer; null if unknown
 */
public record ModelIdentity(String modelId, @Nullable String family, @Nullable String developer) {}
