package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import java.io.IOException;
import java.util.List;

/** A question and the measurements that answer it. */
public interface Section {
  /** Every section, in the order of the page. */
  List<Section> ALL =
      List.of(
          new StartUp(),
          new Ingestion(),
          new OneLargeRun(),
          new Aggregation(),
          new OneShardMore(),
          new Tracking(),
          new Runners());

  /** Name for the option that chooses sections. */
  String name();

  /** Heading on the page. */
  String title();

  /** Measures; what the page says, as Markdown. */
  String measure(BenchContext bench) throws IOException, InterruptedException;
}
