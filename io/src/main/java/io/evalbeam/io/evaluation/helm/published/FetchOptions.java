package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.http.FetchPolicy;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a release is fetched.
 *
 * @param asOf moment the fetch describes: a file is asked for once per moment
 * @param parallel runs that are fetched at the same time
 * @param policy retries, time and size limits of a single file
 * @param projectMetadata list of projects with their releases, newest first; null if releases are
 *     named and never {@code latest}
 */
public record FetchOptions(
    Instant asOf, int parallel, FetchPolicy policy, @Nullable URI projectMetadata) {

  public FetchOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one run is fetched at a time");
    }
  }
}
