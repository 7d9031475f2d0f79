package io.evalbeam.bench.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.bench.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Steps over every token of the files that ingestion reads, on all cores, and does nothing with
 * them: no reader that is built on Jackson can be faster.
 */
public final class TokenScan {
  /** What ingestion leaves alone: the requests once more, for display. */
  private static final String UNREAD = "display_requests.json";

  private static final JsonFactory FACTORY = new JsonFactory();

  private TokenScan() {}

  /** Scans {@code --input=DIR} and prints the number of tokens. */
  public static void main(String[] arguments)
      throws IOException, ExecutionException, InterruptedException {
    System.out.println(scan(Arguments.of(Set.of("input"), arguments).path("input")));
  }

  /** Number of tokens of all files below a directory. */
  public static long scan(Path input) throws IOException, ExecutionException, InterruptedException {
    List<Callable<Long>> scans = new ArrayList<>();
    for (Path file : largestFirst(input)) {
      scans.add(() -> tokens(file));
    }
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      long tokens = 0;
      for (Future<Long> scan : pool.invokeAll(scans)) {
        tokens += scan.get();
      }
      return tokens;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Path> largestFirst(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(UNREAD))
          .sorted(Comparator.comparing((Path file) -> -file.toFile().length()))
          .toList();
    }
  }

  private static long tokens(Path file) throws IOException {
    long tokens = 0;
    try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        // A text is only decoded when it is asked for, and a reader asks for texts.
        if (token == JsonToken.VALUE_STRING) {
          parser.getTextLength();
        }
        tokens++;
      }
    }
    return tokens;
  }
}
