package io.evalbeam.io.evaluation.helm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Gives out pages of {@value #ROWS} doubles, NaN at first: from the heap up to a limit, then from a
 * temporary file that is mapped into memory, so that scores of a huge run do not fill the heap.
 */
final class ScorePages implements Closeable {
  /** Doubles of a page. */
  static final int ROWS = 1024;

  private static final int HEAP_PAGES = 4096;
  private static final int PAGE_BYTES = ROWS * Double.BYTES;
  private static final int SEGMENT_PAGES = 2048;

  private final int heapPages;
  private int given;
  private @Nullable FileChannel channel;
  private @Nullable ByteBuffer segment;

  /** Up to 32 MiB on the heap. */
  ScorePages() {
    this(HEAP_PAGES);
  }

  ScorePages(int heapPages) {
    this.heapPages = heapPages;
  }

  /** A new page. */
  DoubleBuffer next() throws IOException {
    DoubleBuffer page = given < heapPages ? DoubleBuffer.allocate(ROWS) : mapped().asDoubleBuffer();
    given++;
    for (int i = 0; i < ROWS; i++) {
      page.put(i, Double.NaN);
    }
    return page;
  }

  private ByteBuffer mapped() throws IOException {
    if (segment == null || !segment.hasRemaining()) {
      segment = map();
    }
    ByteBuffer page = segment.slice(segment.position(), PAGE_BYTES);
    segment.position(segment.position() + PAGE_BYTES);
    return page;
  }

  private ByteBuffer map() throws IOException {
    if (channel == null) {
      Path file = Files.createTempFile("evalbeam-scores", ".pages");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    long bytes = (long) SEGMENT_PAGES * PAGE_BYTES;
    int segments = (given - heapPages) / SEGMENT_PAGES;
    return channel.map(FileChannel.MapMode.READ_WRITE, segments * bytes, bytes);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
