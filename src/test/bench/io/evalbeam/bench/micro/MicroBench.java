package io.evalbeam.bench.micro;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the hot functions beside a peer each and writes {@code micro.json} and a table of it.
 */
public final class MicroBench {
  private MicroBench() {}

  /**
   * Runs all benchmarks.
   *
   * @param arguments path of the JSON file; after it options of JMH, such as {@code -f 0 -i 1}
   */
  public static void main(String[] arguments) throws Exception {
    Path json = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(requireNonNull(json.getParent()));
    String[] options = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, options, 0, options.length);
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(options))
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .build())
        .run();
    Path table = json.resolveSibling("micro.md");
    Files.writeString(table, MicroTable.of(json).markdown());
    System.out.println(Files.readString(table));
  }
}
