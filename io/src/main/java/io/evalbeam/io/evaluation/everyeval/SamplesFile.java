package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingOutput;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.run.StagedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** A samples file that grows while a run is read. It exists from its first row on. */
final class SamplesFile {
  private static final int BUFFER = 1 << 16;
  private static final JsonFactory JSON = new JsonFactory();

  private final String staged;
  private final HashingOutput out;
  private final JsonGenerator json;
  private final SampleRowWriter writer;
  private final TreeSet<String> resultIds = new TreeSet<>();
  private long rows;

  SamplesFile(String staging, ExportedRun run) throws IOException {
    staged = BeamFiles.join(staging, UUID.randomUUID() + ".jsonl");
    out = new HashingOutput(new BufferedOutputStream(BeamFiles.create(staged), BUFFER));
    json = JSON.createGenerator(out).setRootValueSeparator(new SerializedString("\n"));
    writer = new SampleRowWriter(json, run);
  }

  void write(Response response, String resultId, double score, boolean correct) throws IOException {
    writer.write(response, resultId, score, correct);
    resultIds.add(resultId);
    rows++;
  }

  /** Results that rows are part of, sorted. */
  List<String> resultIds() {
    return List.copyOf(resultIds);
  }

  /** Completes the file. */
  StagedFile finish(String target, String table) throws IOException {
    json.writeRaw('\n');
    json.close();
    return new StagedFile(staged, target, table, rows, out.bytes(), out.sha256());
  }

  /** Closes and removes the file. */
  void abandon() throws IOException {
    try {
      out.close();
    } finally {
      BeamFiles.delete(List.of(staged));
    }
  }
}
