package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.http.FetchException;
import io.evalbeam.io.http.HttpFetcher;
import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.io.http.SnapshotStore;
import io.evalbeam.io.publish.OutputLock;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A release of HELM on the web as a local directory. Bodies lie in a {@link SnapshotStore}, so a
 * fetch that was killed goes on where it was, and what the server says has not changed is not sent
 * again. A run appears when all its files are complete; the release's index appears last.
 */
public final class HelmPublication {
  /** Release name that stands for the newest one. */
  public static final String LATEST = "latest";

  private static final String OUTPUT = "benchmark_output";

  private final String base;
  private final HttpSnapshots snapshots;
  private final SnapshotStore store;
  private final Path directory;
  private final OutputTree tree;

  private HelmPublication(String base, Path snapshot, FetchOptions options) {
    this.base = base;
    this.store = new SnapshotStore(snapshot.toString());
    HttpFetcher fetcher = new HttpFetcher(options.policy(), time -> Thread.sleep(time.toMillis()));
    this.snapshots = new HttpSnapshots(store, fetcher, options.asOf());
    this.directory = snapshot.resolve(OUTPUT);
    this.tree = new OutputTree(directory, store.unfinished());
  }

  /**
   * Fetches the runs of a release that are not here yet or have changed.
   *
   * @param base address of a project's {@code benchmark_output}
   * @param release name, or {@link #LATEST} if the options say where projects are listed
   * @param snapshot local directory for everything fetched; kept between fetches
   * @throws InvalidConfigurationException when address or release cannot be used
   * @throws FetchException when the release's index cannot be had: then nothing is known to fetch
   * @throws IOException when the disk fails
   */
  public static PublishedRelease fetch(
      URI base, String release, Path snapshot, FetchOptions options) throws IOException {
    String address = address(base);
    OutputLock.hold(snapshot.toString());
    HelmPublication publication = new HelmPublication(address, snapshot, options);
    BeamFiles.deleteTree(publication.store.unfinished().toString());
    String named = release.equals(LATEST) ? publication.newest(options) : release;
    if (!PathName.isName(named)) {
      throw new InvalidConfigurationException(List.of("--release=" + named + ": not a name"));
    }
    return publication.fetchRelease(named, options);
  }

  private static String address(URI base) {
    String text = base.toString();
    if (base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new InvalidConfigurationException(
          List.of("--input: an address below which files lie has neither query nor fragment"));
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The project is the folder above {@code benchmark_output}. */
  private String newest(FetchOptions options) throws IOException {
    URI list = options.projectMetadata();
    String[] parts = base.split("/", -1);
    if (list == null || parts.length < 2) {
      throw new InvalidConfigurationException(
          List.of("--release=" + LATEST + ": name a release, or where the projects are listed"));
    }
    try (InputStream in = snapshots.open(snapshots.snapshot(list.toString()))) {
      return ProjectReleases.newest(in, parts[parts.length - 2]);
    }
  }

  private PublishedRelease fetchRelease(String release, FetchOptions options) throws IOException {
    String folder = "releases/" + PathName.encode(release);
    ReleaseListing listing = new ReleaseListing(folder);
    SortedMap<String, Path> files = new TreeMap<>();
    FetchTally tally = FetchTally.NONE;
    for (ReleaseFile file : ReleaseFile.values()) {
      try {
        HttpSnapshots.Taken taken = snapshots.take(base + "/" + folder + "/" + file.fileName());
        files.put(file.fileName(), store.localBody(taken.record()));
        tally = tally.with(taken);
        read(file, taken, listing);
      } catch (FetchException e) {
        if (file.required() || e.kind() != FetchException.Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    List<PublishedRun> runs = listing.runs();
    FetchTally fetched = tally.plus(fetchRuns(runs, options.parallel()));
    tree.put(folder, files);
    List<Issue> issues = new ArrayList<>(listing.issues());
    issues.addAll(fetched.issues());
    return new PublishedRelease(
        directory,
        release,
        fetched.runs(),
        runs.size() - fetched.runs() + listing.refused(),
        fetched.fetched(),
        fetched.kept(),
        fetched.failed(),
        fetched.bytes(),
        issues);
  }

  private void read(ReleaseFile file, HttpSnapshots.Taken taken, ReleaseListing listing)
      throws IOException {
    try (InputStream in = snapshots.open(taken.record())) {
      switch (file) {
        case SUITES -> listing.readSuites(in);
        case SPECIFICATIONS -> listing.compareSpecifications(in);
        case SUMMARY -> {}
      }
    }
  }

  private FetchTally fetchRuns(List<PublishedRun> runs, int parallel) throws IOException {
    RunFetch fetch = new RunFetch(base, snapshots, store, tree);
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<FetchTally>> results = new ArrayList<>(runs.size());
      for (PublishedRun run : runs) {
        results.add(threads.submit(() -> fetch.fetch(run)));
      }
      FetchTally sum = FetchTally.NONE;
      for (Future<FetchTally> result : results) {
        sum = sum.plus(result.get());
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("The fetch was interrupted; it can be continued.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("a run could not be fetched for an unknown reason", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
