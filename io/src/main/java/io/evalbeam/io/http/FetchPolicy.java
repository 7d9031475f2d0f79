package io.evalbeam.io.http;

import java.time.Duration;

/**
 * How patiently and how much is fetched.
 *
 * @param userAgent who asks
 * @param connectTimeout until a connection stands
 * @param requestTimeout until one answer is complete
 * @param retries further attempts after the first
 * @param firstBackoff wait before the first retry; doubles each time
 * @param longestBackoff no wait is longer, whatever the server asks for
 * @param maxBytes largest body
 * @param maxRedirects most hops
 * @param leavesHost whether a redirect may lead to another host
 */
public record FetchPolicy(
    String userAgent,
    Duration connectTimeout,
    Duration requestTimeout,
    int retries,
    Duration firstBackoff,
    Duration longestBackoff,
    long maxBytes,
    int maxRedirects,
    boolean leavesHost) {

  /** A policy for pages, which may move to another host. */
  public FetchPolicy(
      String userAgent,
      Duration connectTimeout,
      Duration requestTimeout,
      int retries,
      Duration firstBackoff,
      Duration longestBackoff,
      long maxBytes,
      int maxRedirects) {
    this(
        userAgent,
        connectTimeout,
        requestTimeout,
        retries,
        firstBackoff,
        longestBackoff,
        maxBytes,
        maxRedirects,
        true);
  }

  /** Polite values for leaderboards. */
  public static FetchPolicy defaults(String version) {
    return new FetchPolicy(
        "evalbeam/" + version,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        3,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        256L << 20,
        5);
  }
}
