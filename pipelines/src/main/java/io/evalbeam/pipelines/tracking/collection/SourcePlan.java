package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.http.FetchPolicy;
import io.evalbeam.io.http.HttpFetcher;
import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.io.http.SnapshotStore;
import io.evalbeam.io.source.LocationResolver;
import io.evalbeam.io.source.ReadLimits;
import io.evalbeam.io.source.SourceCollector;
import io.evalbeam.io.source.SourceDescription;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * The work of collecting one source: all that a worker needs, and none of the data.
 *
 * @param source what to read and how
 * @param policy rules for names and developers
 * @param asOf moment of the run, ISO date-time with Z
 * @param output output directory, where snapshots of pages lie
 * @param staging directory for unpublished files
 * @param offline whether pages are replayed instead of fetched
 * @param version of Evalbeam, for the User-Agent
 * @param maxDownloadBytes largest page
 * @param httpTimeoutSeconds until one answer must be complete
 * @param httpRetries further attempts after the first
 */
@DefaultSchema(RecordSchemaProvider.class)
public record SourcePlan(
    SourceDescription source,
    Policy policy,
    String asOf,
    String output,
    String staging,
    boolean offline,
    String version,
    long maxDownloadBytes,
    int httpTimeoutSeconds,
    int httpRetries) {

  /** What reads the source; made anew on each worker. */
  public SourceCollector collector() {
    HttpFetcher fetcher =
        offline
            ? null
            : new HttpFetcher(fetchPolicy(), duration -> Thread.sleep(duration.toMillis()));
    HttpSnapshots snapshots =
        new HttpSnapshots(new SnapshotStore(output), fetcher, Instant.parse(asOf));
    return new SourceCollector(new LocationResolver(snapshots), ReadLimits.DEFAULT);
  }

  private FetchPolicy fetchPolicy() {
    FetchPolicy polite = FetchPolicy.defaults(version);
    return new FetchPolicy(
        polite.userAgent(),
        polite.connectTimeout(),
        Duration.ofSeconds(httpTimeoutSeconds),
        httpRetries,
        polite.firstBackoff(),
        polite.longestBackoff(),
        maxDownloadBytes,
        polite.maxRedirects());
  }
}
