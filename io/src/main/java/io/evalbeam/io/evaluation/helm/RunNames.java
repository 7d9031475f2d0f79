package io.evalbeam.io.evaluation.helm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Names of runs as names of directories: storage and Windows replace some of their characters. */
final class RunNames {
  private RunNames() {}

  /** Whether a directory can have got its name from a run. */
  static boolean agree(String runName, String directory) {
    return portable(runName).equals(portable(decode(directory)));
  }

  private static String portable(String name) {
    return name.replace('/', '_').replace(':', '-');
  }

  /** Resolves {@code %3A} and the like; what is no such sequence stands for itself. */
  private static String decode(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
