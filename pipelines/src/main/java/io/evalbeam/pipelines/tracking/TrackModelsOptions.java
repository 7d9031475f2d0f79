package io.evalbeam.pipelines.tracking;

/** Options of {@code track-models}: those of its stages. */
public interface TrackModelsOptions extends CollectModelsOptions, EstimateFlopsOptions {}
