package io.evalbeam.schemas.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about benchmarks whose source description states no unit. The first entry whose
 * pattern fits a benchmark key decides; {@code *} stands for any characters.
 */
public final class BenchmarkCatalog {
  private static final String RESOURCE = "/io/evalbeam/reference/benchmarks.yaml";

  private final List<Entry> entries;

  private BenchmarkCatalog(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The catalogue that ships with Evalbeam. */
  public static BenchmarkCatalog bundled() {
    return validated(RESOURCE, StrictYaml.parseResource(RESOURCE, File.class));
  }

  /**
   * A catalogue from YAML text.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing every problem
   */
  public static BenchmarkCatalog parse(String origin, String yaml) {
    return validated(origin, StrictYaml.parse(origin, yaml, File.class));
  }

  /** Kind of a benchmark by its key; empty when no pattern fits. */
  public Optional<BenchmarkKind> kindOf(String benchmark) {
    return entries.stream()
        .filter(entry -> entry.pattern().matcher(benchmark).matches())
        .map(Entry::kind)
        .findFirst();
  }

  private static BenchmarkCatalog validated(String origin, File file) {
    List<String> problems = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<FileEntry> listed = file.benchmarks() == null ? List.of() : file.benchmarks();
    if (listed.isEmpty()) {
      problems.add(origin + ": benchmarks is empty");
    }
    for (int i = 0; i < listed.size(); i++) {
      FileEntry entry = listed.get(i);
      String place = origin + ": benchmarks[" + i + "]: ";
      String key = entry.key();
      if (key == null || key.isBlank()) {
        problems.add(place + "key is missing");
      } else if (!seen.add(key)) {
        problems.add(place + "key " + key + " is listed twice");
      }
      if (entry.kind() == null) {
        problems.add(place + "kind is missing");
      }
      if (entry.source() == null || entry.source().isBlank()) {
        problems.add(place + "source is missing");
      }
      if (key != null && entry.kind() != null) {
        entries.add(new Entry(glob(key), entry.kind()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return new BenchmarkCatalog(entries);
  }

  private static Pattern glob(String key) {
    StringBuilder pattern = new StringBuilder();
    for (String literal : key.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(pattern.toString());
  }

  private record Entry(Pattern pattern, BenchmarkKind kind) {}

  /** The file as written. */
  record File(@Nullable List<FileEntry> benchmarks) {}

  /** One entry as written; anything may be missing before validation. */
  record FileEntry(@Nullable String key, @Nullable BenchmarkKind kind, @Nullable String source) {}
}
