package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A file of a run, read as a stream without its byte order mark. What was read must be what was
 * hashed when the run was found: otherwise its hash would name other content.
 */
final class RunFileInput implements Closeable {
  /** Bytes of a UTF-8 byte order mark. */
  static final int MARK_BYTES = 3;

  private final RunFile file;
  private final HashingInput hashing;
  private final InputStream stream;
  private final boolean marked;

  private RunFileInput(RunFile file, HashingInput hashing) throws IOException {
    this.file = file;
    this.hashing = hashing;
    PushbackInputStream start = new PushbackInputStream(hashing, MARK_BYTES);
    byte[] head = start.readNBytes(MARK_BYTES);
    this.marked =
        head.length == MARK_BYTES
            && (head[0] & 0xff) == 0xef
            && (head[1] & 0xff) == 0xbb
            && (head[2] & 0xff) == 0xbf;
    if (!marked) {
      start.unread(head);
    }
    this.stream = start;
  }

  static RunFileInput open(RunFile file) throws IOException {
    HashingInput hashing = new HashingInput(BeamFiles.open(file.path()));
    try {
      return new RunFileInput(file, hashing);
    } catch (IOException e) {
      hashing.close();
      throw e;
    }
  }

  /** The bytes after the mark. */
  InputStream stream() {
    return stream;
  }

  /** Whether the file began with a byte order mark. */
  boolean marked() {
    return marked;
  }

  /**
   * Reads to the end and compares.
   *
   * @throws DamagedRunException when the file is not the one that was hashed
   */
  void verify() throws IOException, DamagedRunException {
    hashing.drain();
    String found = hashing.sha256();
    if (!found.equals(file.sha256())) {
      throw new DamagedRunException(
          Issue.rejected(
              IssueCode.UNSTABLE_FILE,
              FileIssues.STAGE,
              file.name(),
              "",
              file.name(),
              "The file changed after the run was found: it had "
                  + file.bytes()
                  + " bytes and now has "
                  + hashing.bytes()
                  + "."));
    }
  }

  @Override
  public void close() throws IOException {
    hashing.close();
  }
}
