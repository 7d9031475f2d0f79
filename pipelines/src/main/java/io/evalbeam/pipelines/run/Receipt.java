package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.util.ReleaseInfo;

/**
 * {@code receipt.json}: what a run was, read and wrote. It is the one file with clock times in it;
 * tables never have any.
 */
public final class Receipt {
  private final String command;
  private final Instant started;
  private final Map<String, Manifest> stages = new LinkedHashMap<>();
  private final Map<String, Long> milliseconds = new LinkedHashMap<>();

  private Receipt(String command, Instant started) {
    this.command = command;
    this.started = started;
  }

  public static Receipt begin(String command) {
    return new Receipt(command, Instant.now());
  }

  /** Adds a finished stage. */
  public void add(Manifest manifest, long elapsedMilliseconds) {
    stages.put(manifest.stage(), manifest);
    milliseconds.put(manifest.stage(), elapsedMilliseconds);
  }

  /** Writes the receipt into the output directory. */
  public void write(EvalbeamOptions options, Map<String, String> shownOptions) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode receipt = mapper.createObjectNode();
    receipt.put("command", command);
    ObjectNode versions = receipt.putObject("versions");
    versions.put("evalbeam", Version.current());
    versions.put("beam", ReleaseInfo.getReleaseInfo().getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("runner", options.getRunner().getSimpleName());
    ObjectNode given = receipt.putObject("options");
    new TreeMap<>(shownOptions).forEach(given::put);
    ArrayNode stageNodes = receipt.putArray("stages");
    for (Manifest manifest : stages.values()) {
      ObjectNode stage = mapper.valueToTree(manifest);
      stage.put("milliseconds", milliseconds.get(manifest.stage()));
      stageNodes.add(stage);
    }
    receipt.put("started", started.toString());
    receipt.put("finished", Instant.now().toString());
    BeamFiles.writeAtomically(
        BeamFiles.join(options.getOutput(), "receipt.json"),
        (mapper.writeValueAsString(receipt) + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
