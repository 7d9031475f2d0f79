package io.evalbeam.io.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param source name of the collection
 * @param benchmark name of the benchmark
 * @param release null if none was named
 */
public record IngestScope(String source, String benchmark, @Nullable String release) {}
