package io.evalbeam.io.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * URLs as snapshots. One run, known by its time, fetches a URL once: asked again at the same time,
 * it gets the same bytes. Offline, the last snapshot that is not later than the run is replayed.
 */
public final class HttpSnapshots {
  private final SnapshotStore store;
  private final @Nullable HttpFetcher fetcher;
  private final Instant asOf;

  /**
   * Snapshots of one run.
   *
   * @param fetcher null for offline work
   * @param asOf time of the run
   */
  public HttpSnapshots(SnapshotStore store, @Nullable HttpFetcher fetcher, Instant asOf) {
    this.store = store;
    this.fetcher = fetcher;
    this.asOf = asOf;
  }

  /**
   * A snapshot and what it cost.
   *
   * @param record the snapshot
   * @param transferred whether its bytes came over the network just now
   */
  public record Taken(FetchRecord record, boolean transferred) {}

  /**
   * The snapshot of a URL for this run.
   *
   * @throws FetchException when there is none; an older snapshot never stands in for a failed fetch
   */
  public FetchRecord snapshot(String url) throws IOException {
    return take(url).record();
  }

  /**
   * The snapshot of a URL for this run, and whether it had to be fetched.
   *
   * @throws FetchException when there is none; an older snapshot never stands in for a failed fetch
   */
  public Taken take(String url) throws IOException {
    Optional<FetchRecord> already = store.fetchAt(url, asOf);
    if (already.isPresent() && store.hasBody(already.get())) {
      return new Taken(already.get(), false);
    }
    Optional<FetchRecord> previous = store.latest(url, asOf);
    if (previous.isPresent() && !store.hasBody(previous.get())) {
      previous = Optional.empty();
    }
    if (fetcher == null) {
      FetchRecord replayed =
          previous.orElseThrow(
              () ->
                  new FetchException(
                      UrlSecrets.mask(url)
                          + ": no snapshot up to "
                          + asOf
                          + " to replay offline."));
      return new Taken(replayed, false);
    }
    return fetch(fetcher, url, previous.orElse(null));
  }

  /** The bytes of a snapshot. */
  public InputStream open(FetchRecord snapshot) throws IOException {
    return store.openBody(snapshot);
  }

  private Taken fetch(HttpFetcher fetcher, String url, @Nullable FetchRecord previous)
      throws IOException {
    Path file = store.unfinishedBody();
    try {
      HttpFetcher.Answer answer = fetcher.fetch(url, previous, file);
      FetchRecord fetched = record(url, answer, previous);
      if (answer.body() != null) {
        store.putBody(file, fetched.sha256());
      }
      store.putFetch(url, asOf, fetched);
      return new Taken(fetched, answer.body() != null);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private FetchRecord record(String url, HttpFetcher.Answer answer, @Nullable FetchRecord previous)
      throws FetchException {
    String etag = answer.headers().get("etag");
    String lastModified = answer.headers().get("last-modified");
    HashedBody.Stored body = answer.body();
    if (body != null) {
      return new FetchRecord(
          UrlSecrets.mask(url),
          asOf.toString(),
          answer.status(),
          answer.headers(),
          body.sha256(),
          body.size(),
          etag,
          lastModified);
    }
    if (previous == null) {
      throw new FetchException(UrlSecrets.mask(url) + ": an answer without a body.");
    }
    return new FetchRecord(
        UrlSecrets.mask(url),
        asOf.toString(),
        answer.status(),
        answer.headers(),
        previous.sha256(),
        previous.size(),
        etag == null ? previous.etag() : etag,
        lastModified == null ? previous.lastModified() : lastModified);
  }
}
