package io.evalbeam.bench.micro;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
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

/** Statistics and scores of a shard of 40 runs; the peer reads them as generic Avro records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShardReading {
  private static final int RUNS = 40;

  private Path folder = Path.of("");
  private Path shard = Path.of("");

  @Setup
  public void ingest() throws IOException {
    folder = Files.createTempDirectory("shard-reading");
    for (int i = 0; i < RUNS; i++) {
      HelmRunFixture.of("acme/gull-" + i).instances(100).perturbed().write(folder.resolve("in/v1"));
    }
    CommandRun run =
        CommandRun.of(
            "ingest-evals",
            "--benchmark=coast",
            "--asOf=2026-01-01",
            "--input=" + folder.resolve("in"),
            "--output=" + folder.resolve("out"));
    if (run.exitCode() != ExitCode.DONE) {
      throw new IllegalStateException(run.errors());
    }
    shard = folder.resolve("out/stats/helm_coast_part_001.parquet");
  }

  @TearDown
  public void delete() throws IOException {
    BeamFiles.deleteTree(folder.toString());
  }

  @Benchmark
  public void readShard(Blackhole rows) throws IOException {
    TableFileReader.forEach(CellStatistics.class, shard.toString(), rows::consume);
  }

  @Benchmark
  public void peerParquetAvro(Blackhole rows) throws IOException {
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(shard))
            .withDataModel(GenericData.get())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        rows.consume(row);
      }
    }
  }
}
