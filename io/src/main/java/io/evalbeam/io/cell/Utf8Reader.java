package io.evalbeam.io.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes UTF-8 strictly, without a leading byte order mark. Invalid sequences and zero bytes raise
 * a {@link MalformedTextException} that names the byte.
 */
public final class Utf8Reader extends Reader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long bytesBefore;
  private boolean endOfInput;
  private boolean started;
  private long badByte = -1;

  public Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (badByte >= 0) {
        throw new MalformedTextException(
            String.format(Locale.ROOT, "Byte %d is not valid UTF-8 text.", badByte), badByte);
      }
      if (endOfInput && !bytes.hasRemaining()) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    if (!endOfInput) {
      bytes.compact();
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      endOfInput = count < 0;
      bytes.position(bytes.position() + Math.max(0, count)).flip();
      rejectZeros();
    }
    chars.clear();
    int before = bytes.position();
    CoderResult result = decoder.decode(bytes, chars, endOfInput);
    bytesBefore += bytes.position() - before;
    // What was decoded before the fault is still delivered; the fault is raised by the next read.
    if (result.isError() && badByte < 0) {
      badByte = bytesBefore;
    }
    if (badByte >= 0) {
      endOfInput = true;
      bytes.position(bytes.limit());
    } else if (endOfInput && result.isUnderflow()) {
      bytes.position(bytes.limit());
    }
    chars.flip();
    skipByteOrderMark();
  }

  /** Text holds no zero bytes; where one stands, what precedes it is delivered and nothing more. */
  private void rejectZeros() {
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) {
        badByte = bytesBefore + (i - bytes.position());
        bytes.limit(i);
        return;
      }
    }
  }

  private void skipByteOrderMark() {
    if (!started && chars.hasRemaining()) {
      started = true;
      if (chars.get(chars.position()) == '\ufeff') {
        chars.get();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
