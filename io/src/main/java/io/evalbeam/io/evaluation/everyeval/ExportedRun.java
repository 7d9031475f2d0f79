package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a run is called in the standard. All names follow from the run and its content, so that
 * converting twice gives the same files.
 *
 * @param run the run
 * @param evaluationId {@code {source}/{release}/{run name}}; the suite stands for an unknown
 *     release, and a part that is unknown is left out
 * @param uuid name of the files, made from the evaluation id and the run's content hash
 * @param modelId {@code developer/model}
 * @param retrievedAt the moment the output describes, epoch seconds
 */
record ExportedRun(
    EvaluationRun run, String evaluationId, String uuid, String modelId, long retrievedAt) {
  private static final String UNKNOWN = "unknown";

  static ExportedRun of(EvaluationRun run) {
    RunHeader header = run.header();
    String evaluationId =
        evaluationId(header.source(), header.release(), header.suite(), header.runName());
    return new ExportedRun(
        run,
        evaluationId,
        uuid(evaluationId, run.runHash()),
        modelId(run),
        Instant.parse(run.ingestedAt()).getEpochSecond());
  }

  /** Name of the files of a run of the register. */
  static String uuid(RunEntry entry) {
    return uuid(
        evaluationId(entry.source(), entry.release(), entry.suite(), entry.runName()),
        entry.runHash());
  }

  private static String evaluationId(
      String source, @Nullable String release, @Nullable String suite, String runName) {
    return Stream.of(source, release == null ? suite : release, runName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("/"));
  }

  RunHeader header() {
    return run.header();
  }

  /** Path of the aggregate from {@code data/} on. */
  String aggregatePath() {
    return directory() + uuid + ".json";
  }

  /** Path of the samples from {@code data/} on. */
  String samplesPath() {
    return directory() + uuid + "_samples.jsonl";
  }

  private String directory() {
    int slash = modelId.indexOf('/');
    return "data/"
        + PathPart.of(header().datasetName())
        + "/"
        + PathPart.of(modelId.substring(0, slash))
        + "/"
        + PathPart.of(modelId.substring(slash + 1))
        + "/";
  }

  private static String modelId(EvaluationRun run) {
    String name = run.header().modelName();
    String developer = run.model().developer();
    return name.indexOf('/') > 0 ? name : (developer == null ? UNKNOWN : developer) + "/" + name;
  }

  /** A name of version 4 shape that is no random number. */
  private static String uuid(String evaluationId, String runHash) {
    byte[] hash =
        Sha256.newDigest().digest((evaluationId + "\n" + runHash).getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x40);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    String digits = HexFormat.of().formatHex(hash, 0, 16);
    return digits.substring(0, 8)
        + "-"
        + digits.substring(8, 12)
        + "-"
        + digits.substring(12, 16)
        + "-"
        + digits.substring(16, 20)
        + "-"
        + digits.substring(20);
  }
}
