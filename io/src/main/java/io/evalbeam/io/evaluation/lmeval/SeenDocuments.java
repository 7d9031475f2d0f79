package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.io.evaluation.json.JsonLines;
import io.evalbeam.schemas.table.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/** Remembers documents by filter and id with a short hash of their line: files are appended to. */
final class SeenDocuments {
  private final Map<String, Long> hashes = new HashMap<>();

  /** How a line relates to the lines before it. */
  enum Verdict {
    /** The first line of its document. */
    NEW,
    /** Equal to an earlier line. */
    REPEATED,
    /** Another line for a document that has one. */
    CONFLICTING
  }

  Verdict add(String filter, String documentId, JsonLines.Line line) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(line.bytes(), 0, line.length());
    long hash = ByteBuffer.wrap(digest.digest()).getLong();
    Long earlier = hashes.putIfAbsent(filter + "\n" + documentId, hash);
    if (earlier == null) {
      return Verdict.NEW;
    }
    return earlier == hash ? Verdict.REPEATED : Verdict.CONFLICTING;
  }
}
