package io.evalbeam.transforms.snapshot;

/**
 * A model that left and one that came which are probably the same.
 *
 * @param reason what speaks for it
 */
public record RenamedModel(ModelName older, ModelName newer, String reason) {}
