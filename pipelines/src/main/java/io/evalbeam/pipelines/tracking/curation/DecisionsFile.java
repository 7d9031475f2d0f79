package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.Decision;
import io.evalbeam.transforms.curate.DecisionLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of reviewers' decisions, which is only ever appended to. */
public final class DecisionsFile {
  private final String path;

  private DecisionsFile(String path) {
    this.path = path;
  }

  /** The file a user named, else the one of the output directory. */
  public static DecisionsFile of(@Nullable String named, String output) {
    return new DecisionsFile(
        named == null ? BeamFiles.join(output, CuratedPair.FOLDER + "decisions.jsonl") : named);
  }

  public String path() {
    return path;
  }

  /** File name without folders: what issues call it, wherever it lies. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * What the file says; nothing when there is no file.
   *
   * @throws InvalidConfigurationException when the file is not UTF-8
   */
  public DecisionLog.Parsed read() throws IOException {
    return parse(text());
  }

  /** What a text of this file says. */
  DecisionLog.Parsed parse(String text) {
    return DecisionLog.parse(text, name());
  }

  /**
   * Adds decisions at the end. The file is replaced as a whole, so a crash leaves the old or the
   * new one.
   */
  public void append(List<Decision> decisions) throws IOException {
    String longer = DecisionLog.append(text(), decisions);
    BeamFiles.writeAtomically(path, longer.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole text; empty when there is no file. */
  String text() throws IOException {
    Optional<byte[]> bytes = BeamFiles.readIfExists(path);
    try {
      return bytes.isEmpty()
          ? ""
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(path + ": the file is not UTF-8", e);
    }
  }
}
