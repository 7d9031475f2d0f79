package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.http.FetchException;
import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.io.http.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches all files of a run into the store, then shows them in the tree. Thread-safe. When the
 * server has failed many runs in a row it is taken to be away, and no more are tried.
 */
final class RunFetch {
  private static final int PATIENCE = 20;

  private final String base;
  private final HttpSnapshots snapshots;
  private final SnapshotStore store;
  private final OutputTree tree;
  private final AtomicInteger failuresInARow = new AtomicInteger();

  /**
   * Fetches below one address.
   *
   * @param base address of {@code benchmark_output} without a slash at its end
   */
  RunFetch(String base, HttpSnapshots snapshots, SnapshotStore store, OutputTree tree) {
    this.base = base;
    this.snapshots = snapshots;
    this.store = store;
    this.tree = tree;
  }

  /** Fetches a run; without one of its files the tree has nothing of it. */
  FetchTally fetch(PublishedRun run) throws IOException {
    if (failuresInARow.get() >= PATIENCE) {
      tree.remove(run.directory());
      return FetchTally.NONE.failed(Findings.notTried(run, PATIENCE));
    }
    FetchTally tally = FetchTally.NONE;
    SortedMap<String, Path> bodies = new TreeMap<>();
    for (PublishedFile file : PublishedFile.values()) {
      try {
        HttpSnapshots.Taken taken =
            snapshots.take(base + "/" + run.directory() + "/" + file.fileName());
        bodies.put(file.fileName(), store.localBody(taken.record()));
        tally = tally.with(taken);
      } catch (FetchException e) {
        if (e.kind() == FetchException.Kind.NOT_FOUND && !file.required()) {
          continue;
        }
        if (e.kind() == FetchException.Kind.UNAVAILABLE) {
          failuresInARow.incrementAndGet();
        }
        tree.remove(run.directory());
        return tally.failed(Findings.notFetched(run, file, e));
      }
    }
    failuresInARow.set(0);
    tree.put(run.directory(), bodies);
    return tally.completed();
  }
}
