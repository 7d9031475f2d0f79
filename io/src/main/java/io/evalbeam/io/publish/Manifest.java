package io.evalbeam.io.publish;

import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import java.util.List;
import java.util.Optional;

/**
 * What a stage published last: the state that the next run compares its inputs with. It is written
 * after everything it names, so what it names is complete.
 *
 * @param stage command
 * @param version of Evalbeam that wrote the output
 * @param parts units of work that can be kept when nothing about them changed
 * @param inputs what was read
 * @param files what was published
 * @param counts the stage's counts
 */
public record Manifest(
    String stage,
    String version,
    List<Part> parts,
    List<InputFile> inputs,
    List<Output> files,
    List<Count> counts) {

  public Manifest {
    parts = List.copyOf(parts);
    inputs = List.copyOf(inputs);
    files = List.copyOf(files);
    counts = List.copyOf(counts);
  }

  /**
   * A unit of work.
   *
   * @param name such as a source
   * @param fingerprint hash of everything its output depends on: content, configuration, version
   */
  public record Part(String name, String fingerprint) {}

  /** A published file; the path is relative to the output directory. */
  public record Output(String path, String table, long rows, long bytes, String sha256) {

    static Output of(StagedFile file) {
      return new Output(file.target(), file.table(), file.rows(), file.bytes(), file.sha256());
    }
  }

  /** One count of the stage. */
  public record Count(String measure, String group, long count) {

    static Count of(StageCount count) {
      return new Count(count.measure(), count.group(), count.count());
    }
  }

  /** Fingerprint of a part, if the stage did it. */
  public Optional<String> fingerprint(String part) {
    return parts.stream().filter(p -> p.name().equals(part)).map(Part::fingerprint).findFirst();
  }

  /** Count of a measure and group; zero when nothing was counted. */
  public long count(String measure, String group) {
    return counts.stream()
        .filter(c -> c.measure().equals(measure) && c.group().equals(group))
        .mapToLong(Count::count)
        .sum();
  }

  /** Sum of a measure over all groups. */
  public long total(String measure) {
    return counts.stream().filter(c -> c.measure().equals(measure)).mapToLong(Count::count).sum();
  }

  /** Groups of a measure, sorted. */
  public List<String> groups(String measure) {
    return counts.stream()
        .filter(c -> c.measure().equals(measure))
        .map(Count::group)
        .distinct()
        .sorted()
        .toList();
  }
}
