package io.evalbeam.io.http;

import java.time.Duration;

/** Waits; replaced in tests. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after the time has passed. */
  void sleep(Duration time) throws InterruptedException;
}
