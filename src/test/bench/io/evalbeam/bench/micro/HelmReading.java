package io.evalbeam.bench.micro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.helm.HelmFormat;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A HELM run of 1,000 responses read to its end; the peer scans the tokens of the same files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HelmReading {
  private static final JsonFactory JSON = new JsonFactory();
  private static final HelmFormat FORMAT = new HelmFormat();

  private Path folder = Path.of("");
  private List<FoundRun> runs = List.of();

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("helm-reading");
    HelmRunFixture.of("acme/gull").instances(500).perturbed().write(folder.resolve("v1"));
    runs = ReadRun.identify(FORMAT, folder).get(0).runs();
  }

  @TearDown
  public void delete() throws IOException {
    BeamFiles.deleteTree(folder.toString());
  }

  @Benchmark
  public void readRun(Blackhole rows) throws IOException, DamagedRunException {
    FORMAT.read(runs.get(0), new Swallowing(rows));
  }

  @Benchmark
  public void peerTokenScan(Blackhole tokens) throws IOException {
    for (RunFile file : runs.get(0).files()) {
      try (JsonParser parser = JSON.createParser(Path.of(file.path()).toFile())) {
        while (parser.nextToken() != null) {
          tokens.consume(parser.currentToken());
        }
      }
    }
  }

  /** Takes what a run gives. */
  private record Swallowing(Blackhole rows) implements RunSink {
    @Override
    public void response(Response response) {
      rows.consume(response);
    }

    @Override
    public void reported(ReportedScore score) {
      rows.consume(score);
    }

    @Override
    public void issue(Issue issue) {
      throw new IllegalStateException(issue.toString());
    }
  }
}
