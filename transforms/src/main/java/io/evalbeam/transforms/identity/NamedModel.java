package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.tracking.Variant;

/**
 * A model name taken apart.
 *
 * @param name normalised name of the base model; empty only for a blank raw name
 * @param variant what else the raw name says
 */
public record NamedModel(String name, Variant variant) {}
