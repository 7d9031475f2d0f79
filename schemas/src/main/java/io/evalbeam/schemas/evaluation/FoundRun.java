package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * A run that was found and identified, before its responses are read.
 *
 * @param header who it is
 * @param location where it lies below the input, with {@code /}; issues about it start with this
 * @param files the files it will be read from, sorted by name
 * @param runHash SHA-256 over names and hashes of the files, and over what tells the run from
 *     others that are read from equal files: no two runs of a source and benchmark share it
 * @param precedence among runs of equal source, benchmark and name the greatest text counts, the
 *     others are superseded
 * @param lastRequestAt latest request in epoch seconds as stated by the run, null if unknown; the
 *     later of two runs of equal precedence counts
 * @param selector which part of the files is this run, where files hold several; else null
 */
@DefaultSchema(RecordSchemaProvider.class)
public record FoundRun(
    RunHeader header,
    String location,
    List<RunFile> files,
    String runHash,
    String precedence,
    @Nullable Long lastRequestAt,
    @Nullable String selector) {

  public FoundRun {
    files = List.copyOf(files);
  }

  /** Sum of the sizes of all files, the run's weight when parts are balanced. */
  public long bytes() {
    return files.stream().mapToLong(RunFile::bytes).sum();
  }

  /** Content hash of a run: over name and hash of every file, in the order of names. */
  public static String hash(List<RunFile> files) {
    StringBuilder text = new StringBuilder();
    files.stream()
        .sorted(Comparator.comparing(RunFile::name))
        .forEach(f -> text.append(f.name()).append('\n').append(f.sha256()).append('\n'));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
