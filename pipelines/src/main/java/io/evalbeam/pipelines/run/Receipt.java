package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.util.ReleaseInfo;

/**
 * {@code receipt.json}: what a run was, read and wrote. It is the one file with clock times in it;
 * tables never have any.
 */
final class Receipt {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String command;
  private final Instant started;
  private final List<ObjectNode> stages = new ArrayList<>();

  private Receipt(String command, Instant started) {
    this.command = command;
    this.started = started;
  }

  static Receipt begin(String command) {
    return new Receipt(command, Instant.now(Clock.systemUTC()));
  }

  /** Adds a finished stage. */
  void add(Manifest manifest, long elapsedMilliseconds) {
    ObjectNode stage = MAPPER.valueToTree(manifest);
    stage.put("milliseconds", elapsedMilliseconds);
    stages.add(stage);
  }

  /** Says what the outputs of the stage added last come from. */
  void derived(List<Derived> lineage) {
    stages.get(stages.size() - 1).set("lineage", MAPPER.valueToTree(lineage));
  }

  /** Writes the receipt into the output directory. */
  void write(EvalbeamOptions options) throws IOException {
    ObjectNode receipt = MAPPER.createObjectNode();
    receipt.put("command", command);
    ObjectNode versions = receipt.putObject("versions");
    versions.put("evalbeam", Version.current());
    versions.put("beam", ReleaseInfo.getReleaseInfo().getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("runner", options.getRunner().getSimpleName());
    receipt.set("options", SecretOptions.withoutSecrets(options));
    ArrayNode stageNodes = receipt.putArray("stages");
    stages.forEach(stageNodes::add);
    receipt.put("started", started.toString());
    receipt.put("finished", Instant.now(Clock.systemUTC()).toString());
    BeamFiles.writeAtomically(
        BeamFiles.join(options.getOutput(), "receipt.json"),
        (MAPPER.writeValueAsString(receipt) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
