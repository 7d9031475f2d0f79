package io.evalbeam.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Linux tells about processes below {@code /proc}; null on other systems. */
final class ProcessFigures {
  /** Ticks of {@code /proc} a second: fixed for user programs on all of Linux's architectures. */
  private static final double TICKS = 100;

  private static final long KIBIBYTE = 1_024;

  /** Places behind the command's name, which is in brackets and may hold blanks. */
  private static final int OWN_TIME = 11;

  private static final int CHILDREN_TIME = 13;

  private ProcessFigures() {}

  /** Processor seconds of all processes that this one started and that have ended. */
  static @Nullable Double secondsOfEndedChildren() {
    return seconds("self", CHILDREN_TIME);
  }

  /** Processor seconds of a running process, without those it started. */
  static @Nullable Double secondsOf(long process) {
    return seconds(Long.toString(process), OWN_TIME);
  }

  /** Largest resident memory of a running process so far; null also when it has ended. */
  static @Nullable Long peakBytesOf(long process) {
    for (String line : lines(Path.of("/proc", Long.toString(process), "status"))) {
      if (line.startsWith("VmHWM:")) {
        String number = line.substring("VmHWM:".length(), line.length() - "kB".length()).strip();
        return Long.parseLong(number) * KIBIBYTE;
      }
    }
    return null;
  }

  private static @Nullable Double seconds(String process, int place) {
    List<String> lines = lines(Path.of("/proc", process, "stat"));
    if (lines.isEmpty()) {
      return null;
    }
    String line = lines.get(0);
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(place)) + Long.parseLong(fields.get(place + 1))) / TICKS;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // Another system, or the process has just ended: then there is no figure.
      return List.of();
    }
  }
}
