package io.evalbeam.pipelines.tracking;

import io.evalbeam.pipelines.tracking.collection.CollectModelsOptions;
import io.evalbeam.pipelines.tracking.curation.CurateModelsOptions;
import io.evalbeam.pipelines.tracking.estimation.EstimateFlopsOptions;

/** Options of {@code track-models}: those of its stages. */
public interface TrackModelsOptions
    extends CollectModelsOptions, EstimateFlopsOptions, CurateModelsOptions {}
