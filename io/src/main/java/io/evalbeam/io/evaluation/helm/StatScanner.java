package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.PlainJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scans the entries of {@code per_instance_stats.json} in the layout in which HELM writes them.
 * Some seven of eight statistics of an entry are, byte for byte, those at the same position of the
 * entry before (costs that are not known, flags, counts of one): these are compared and not read
 * again.
 */
final class StatScanner {
  private static final int FIRST_CAPACITY = 64;

  private static final byte[] INSTANCE_ID = quoted("instance_id");
  private static final byte[] TRIAL = quoted("train_trial_index");
  private static final byte[] STATS = quoted("stats");
  private static final byte[] NAME = quoted("name");
  private static final byte[] SPLIT = quoted("split");
  private static final byte[] SUB_SPLIT = quoted("sub_split");
  private static final byte[] COUNT = quoted("count");
  private static final byte[] SUM = quoted("sum");
  private static final byte[] MEAN = quoted("mean");

  /** Numbers that are read past: those before the mean and those after it. */
  private static final byte[] SUM_SQUARED = quoted("sum_squared");

  private static final byte[][] BEFORE_MEAN = {quoted("min"), quoted("max")};
  private static final byte[][] AFTER_MEAN = {quoted("variance"), quoted("stddev")};

  private final PlainJson json;
  private final StatList stats;
  private int trial;

  /** Where the statistic at a position was found last, its brace included; its length. */
  private int[] starts = new int[FIRST_CAPACITY];

  private int[] lengths = new int[FIRST_CAPACITY];

  /**
   * A scanner at the start of a file.
   *
   * @param stats where the statistics of an entry go
   */
  StatScanner(PlainJson json, StatList stats) {
    this.json = json;
    this.stats = stats;
  }

  /** Trial of the entry scanned last. */
  int trial() {
    return trial;
  }

  /**
   * Scans an entry.
   *
   * @return its identifier; null when it is not in the usual layout, and the statistics are then
   *     not to be used
   */
  @Nullable String scanEntry() throws BrokenFileException {
    stats.clear();
    if (!json.take('{') || !json.takeName(INSTANCE_ID)) {
      return null;
    }
    String id = json.text();
    return id != null
            && !id.isEmpty()
            && json.take(',')
            && json.takeName(TRIAL)
            && scanTrial()
            && json.take(',')
            && json.takeName(STATS)
            && scanStats()
            && json.take('}')
        ? id
        : null;
  }

  private boolean scanTrial() {
    if (!json.takeNumber() || !json.isInteger() || !JsonValues.isIndex(json.number())) {
      return false;
    }
    trial = (int) json.number();
    return true;
  }

  private boolean scanStats() throws BrokenFileException {
    if (!json.take('[')) {
      return false;
    }
    if (json.take(']')) {
      return true;
    }
    int position = 0;
    do {
      if (!json.take('{') || !scanStat(position)) {
        return false;
      }
      position++;
    } while (json.take(','));
    return json.take(']');
  }

  private boolean scanStat(int position) throws BrokenFileException {
    int start = json.position();
    if (position < starts.length
        && lengths[position] > 0
        && json.takeAgain(starts[position], lengths[position])) {
      stats.addAgain();
      return true;
    }
    if (!json.takeName(NAME) || !scanName() || !scanNumbers() || !json.take('}')) {
      return false;
    }
    if (position == starts.length) {
      starts = Arrays.copyOf(starts, position * 2);
      lengths = Arrays.copyOf(lengths, position * 2);
    }
    starts[position] = start;
    lengths[position] = json.position() - start;
    return true;
  }

  private boolean scanName() throws BrokenFileException {
    if (!json.take('{') || !json.takeName(NAME)) {
      return false;
    }
    String name = json.text();
    String split = null;
    String subSplit = null;
    boolean more = json.take(',');
    if (more && json.takeName(SPLIT)) {
      split = json.text();
      if (split == null) {
        return false;
      }
      more = json.take(',');
    }
    if (more && json.takeName(SUB_SPLIT)) {
      subSplit = json.text();
      if (subSplit == null) {
        return false;
      }
      more = json.take(',');
    }
    if (name == null || more || !json.take('}')) {
      return false;
    }
    stats.name(name, split, subSplit);
    return true;
  }

  /** Fields in the order of HELM's class {@code Stat}; without values there is no mean. */
  private boolean scanNumbers() {
    if (!next(COUNT)) {
      return false;
    }
    double count = json.number();
    if (!next(SUM)) {
      return false;
    }
    double sum = json.number();
    if (!next(SUM_SQUARED)) {
      return false;
    }
    double mean = Double.NaN;
    if (count != 0) {
      if (!next(BEFORE_MEAN) || !next(MEAN)) {
        return false;
      }
      mean = json.number();
      if (!next(AFTER_MEAN)) {
        return false;
      }
    }
    stats.add(count, sum, mean);
    return true;
  }

  private boolean next(byte[]... names) {
    for (byte[] name : names) {
      if (!json.take(',') || !json.takeName(name) || !json.takeNumber()) {
        return false;
      }
    }
    return true;
  }

  private static byte[] quoted(String name) {
    return ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
  }
}
