package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.http.FetchPolicy;
import java.net.URI;
import java.time.Duration;
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

  private static final int USUAL_PARALLEL = 16;
  private static final long LARGEST_FILE = 4L << 30;

  public FetchOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one run is fetched at a time");
    }
  }

  /**
   * Usual values: files of some hundred megabytes take minutes, and large ones never belong to
   * another host.
   *
   * @param version of Evalbeam, stated to the server
   */
  public static FetchOptions usual(String version, Instant asOf) {
    FetchPolicy pages = FetchPolicy.defaults(version);
    FetchPolicy files =
        new FetchPolicy(
            pages.userAgent(),
            pages.connectTimeout(),
            Duration.ofMinutes(15),
            5,
            pages.firstBackoff(),
            pages.longestBackoff(),
            LARGEST_FILE,
            pages.maxRedirects(),
            false);
    return new FetchOptions(asOf, USUAL_PARALLEL, files, null);
  }

  /** With a list of projects, so that {@code latest} names a release. */
  public FetchOptions withProjectMetadata(URI metadata) {
    return new FetchOptions(asOf, parallel, policy, metadata);
  }
}
