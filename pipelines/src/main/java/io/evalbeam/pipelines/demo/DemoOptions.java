package io.evalbeam.pipelines.demo;

import io.evalbeam.pipelines.tracking.TrackModelsOptions;

/** Options of {@code demo}. */
public interface DemoOptions extends TrackModelsOptions {}
