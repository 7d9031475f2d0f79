package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Compares the hashes a samples file states with its content. The task's hash is SHA-256 over the
 * hashes of document, prompt and target of all lines in file order: it tells a file that was cut.
 */
final class LineHashes {
  private final MessageDigest task = Sha256.newDigest();
  private boolean taskComparable = true;
  private long compared;
  private long different;
  private long firstDifferent;

  /**
   * Takes a line.
   *
   * @param documentHash computed; null when the line has no document
   */
  void add(SampleLine line, long number, @Nullable String documentHash) {
    String statedDocument = line.text("doc_hash");
    String statedPrompt = line.text("prompt_hash");
    String statedTarget = line.text("target_hash");
    if (statedDocument == null || statedPrompt == null || statedTarget == null) {
      taskComparable = false;
      return;
    }
    task.update((statedDocument + statedPrompt + statedTarget).getBytes(StandardCharsets.UTF_8));
    String prompt = line.requests().isEmpty() ? null : line.requests().get(0).prompt();
    compare(statedDocument, documentHash, number);
    compare(statedPrompt, prompt == null ? null : Sha256.of(prompt), number);
    String target = line.text("target");
    compare(statedTarget, target == null ? null : Sha256.of(target), number);
  }

  private void compare(String stated, @Nullable String computed, long number) {
    if (computed == null) {
      return;
    }
    compared++;
    if (!stated.equals(computed)) {
      different++;
      firstDifferent = different == 1 ? number : firstDifferent;
    }
  }

  /** Hash of a line's document as the harness computes it; null when there is none. */
  static @Nullable String ofDocument(SampleLine line) throws IOException {
    String document = line.document();
    return document == null ? null : Sha256.of(PythonJson.indented(document));
  }

  /** Hash over all lines, null when some line lacks one; call once, at the end. */
  @Nullable String taskHash() {
    return taskComparable ? HexFormat.of().formatHex(task.digest()) : null;
  }

  /** Number of hashes compared. */
  long compared() {
    return compared;
  }

  /** Number of hashes that do not fit what they stand for. */
  long different() {
    return different;
  }

  /** First line with such a hash, from 1; 0 if there is none. */
  long firstDifferent() {
    return firstDifferent;
  }
}
