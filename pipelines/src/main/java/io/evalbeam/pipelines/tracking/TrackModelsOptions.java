package io.evalbeam.pipelines.tracking;

import io.evalbeam.pipelines.tracking.curation.CurateModelsOptions;

/** Options of {@code track-models}: those of its stages. */
public interface TrackModelsOptions
    extends CollectModelsOptions, EstimateFlopsOptions, CurateModelsOptions {}
