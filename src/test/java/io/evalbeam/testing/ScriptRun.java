package io.evalbeam.testing;

import io.evalbeam.pipelines.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of the repository run to its end by bash, with the tested classes in place of the
 * bundled jar.
 *
 * @param status exit status
 * @param printed everything it printed
 */
public record ScriptRun(int status, String printed) {
  private static final long PATIENCE_SECONDS = 120;

  /** A file of the repository. */
  public static Path inRepository(String path) {
    return Path.of(System.getProperty("evalbeam.root"), path).toAbsolutePath().normalize();
  }

  /**
   * Runs a script.
   *
   * @param folder working directory; the jar and the log are put there
   * @param environment variables that are added to those of this process
   * @param command path in the repository, and arguments
   */
  public static ScriptRun of(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("bash", inRepository(command[0]).toString()));
    words.addAll(List.of(command).subList(1, command.length));
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Path java = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().merge("PATH", java.toString(), (path, bin) -> bin + ":" + path);
    builder.environment().put("EVALBEAM_JAR", jar(folder).toString());
    // Short runs start faster without the optimising compiler.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Xmx1g");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new AssertionError("the script did not end in " + PATIENCE_SECONDS + " s");
    }
    return new ScriptRun(process.exitValue(), Files.readString(log));
  }

  /** A jar without classes of its own, which names those of this process. */
  private static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("tested-classes.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
