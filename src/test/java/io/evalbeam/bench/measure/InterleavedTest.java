package io.evalbeam.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterleavedTest {
  @TempDir Path folder;

  private CommandLine java(String argument) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new CommandLine(List.of(java, argument), folder);
  }

  private List<Repetitions> run(int repetitions, List<Contender> contenders) throws Exception {
    return new Interleaved(repetitions, folder.resolve("log"), line -> {}).run(contenders);
  }

  @Test
  void everyRoundBeginsWithAnotherCommand() throws Exception {
    List<String> order = new ArrayList<>();
    List<Contender> contenders =
        List.of(
            new Contender("first", java("-version"), () -> order.add("first")),
            new Contender("second", java("-version"), () -> order.add("second")));

    List<Repetitions> results = run(2, contenders);

    assertEquals(List.of("first", "second", "second", "first"), order);
    assertEquals(List.of("first", "second"), results.stream().map(Repetitions::name).toList());
    assertTrue(results.stream().allMatch(result -> result.runs().size() == 2));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void timeAndMemoryOfTheProcessAreNoted() throws Exception {
    Repetitions result = run(1, List.of(new Contender("java", java("-version"), () -> {}))).get(0);
    double cpu = Objects.requireNonNull(result.cpu());
    long peak = Objects.requireNonNull(result.peakBytes());

    assertTrue(result.wall() > 0);
    assertTrue(cpu > 0 && cpu < 60, "CPU: " + cpu);
    // A virtual machine takes more than 10 MB, and nowhere near 10 GB to print its version.
    assertTrue(peak > 10_000_000 && peak < 10_000_000_000L, "peak: " + peak);
  }

  @Test
  void commandThatFailsEndsTheBenchWithItsWords() {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> run(1, List.of(new Contender("java", java("-no-such-option"), () -> {}))));

    String words = String.valueOf(failure.getMessage());
    assertTrue(words.contains("no-such-option"), words);
    assertTrue(words.contains("ended with status 1"), words);
  }
}
