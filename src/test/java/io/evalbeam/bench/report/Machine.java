package io.evalbeam.bench.report;

import io.evalbeam.pipelines.run.Version;
import io.evalbeam.testing.DuckDb;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What measurements were made on. */
public final class Machine {
  private Machine() {}

  /** A table of processor, memory, systems and versions. */
  public static String describe(Path repository) throws IOException, InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    return ReportTable.of(2, "on", "")
        .row("processor", valueOf(Path.of("/proc/cpuinfo"), "model name"))
        .row("cores", Integer.toString(runtime.availableProcessors()))
        .row("memory", Figures.megabytes(memory()))
        .row(
            "system",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"))
        .row("Java", System.getProperty("java.vm.name") + " " + Runtime.version())
        .row("Evalbeam", Version.current() + ", commit " + commit(repository))
        .row(
            "DuckDB",
            String.valueOf(DuckDb.rows("select version() as version").get(0).get("version")))
        .markdown();
  }

  /** Processes that wanted a core in the last minute, as text: a busy machine measures badly. */
  public static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? Figures.UNKNOWN : String.format(Locale.ROOT, "%.2f", load);
  }

  /** The commit that is checked out, with a mark when files differ from it. */
  public static String commit(Path repository) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
            .directory(repository.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor(1, TimeUnit.MINUTES) && git.exitValue() == 0 ? name : Figures.UNKNOWN;
  }

  private static long memory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  private static String valueOf(Path file, String key) throws IOException {
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(key)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return System.getProperty("os.arch");
  }
}
