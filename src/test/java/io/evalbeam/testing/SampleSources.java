package io.evalbeam.testing;

import static java.util.Objects.requireNonNull;

import io.evalbeam.pipelines.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample that Evalbeam brings along, as files that a test may change. */
public final class SampleSources {
  private static final Pattern LOCATION = Pattern.compile("location: (\\S+)");

  private SampleSources() {}

  /** Copies the sample into a directory; returns its sources file. */
  public static Path copyTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    String yaml = new String(resource("sources.yaml"), StandardCharsets.UTF_8);
    Matcher location = LOCATION.matcher(yaml);
    while (location.find()) {
      Files.write(directory.resolve(location.group(1)), resource(location.group(1)));
    }
    return Files.writeString(directory.resolve("sources.yaml"), yaml);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/io/evalbeam/sample/" + name)) {
      return requireNonNull(in, name).readAllBytes();
    }
  }
}
