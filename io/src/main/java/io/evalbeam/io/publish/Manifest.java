package io.evalbeam.io.publish;

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
 * @param configuration hash of everything besides the inputs that the output depends on
 * @param inputs content hashes of what was read
 * @param files what was published
 * @param counts the stage's counts
 */
public record Manifest(
    String stage,
    String version,
    String configuration,
    List<Input> inputs,
    List<Output> files,
    List<Count> counts) {

  public Manifest {
    inputs = List.copyOf(inputs);
    files = List.copyOf(files);
    counts = List.copyOf(counts);
  }

  /** The part of a manifest that the client knows before the pipeline runs. */
  public record Header(String version, String configuration, List<Input> inputs) {
    public Header {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * An input and its content.
   *
   * @param name source name or relative path
   * @param location where it was read, without secrets
   * @param sha256 hash of its bytes, hexadecimal
   */
  public record Input(String name, String location, String sha256) {}

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

  /** The hash an input had, if it was read. */
  public Optional<String> inputHash(String name) {
    return inputs.stream().filter(i -> i.name().equals(name)).map(Input::sha256).findFirst();
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
}
