package io.evalbeam.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * Libraries that Evalbeam shares with Beam have the version that Beam was built and tested with.
 */
class BeamVersionsTest {

  @ParameterizedTest
  @CsvSource({
    "jackson-core,  core",
    "slf4j-api,     core",
    "avro,          avro",
  })
  void sharedLibrariesHaveTheVersionThatBeamDeclares(String artifact, String beamModule)
      throws Exception {
    Class<?> anchor = beamModule.equals("core") ? Pipeline.class : AvroCoder.class;
    assertEquals(declaredBy(jarOf(anchor), artifact), versionInUse(artifact));
  }

  /** Version in the directory name of the repository: {@code .../avro/1.11.4/avro-1.11.4.jar}. */
  private static String versionInUse(String artifact) throws Exception {
    Class<?> anchor =
        switch (artifact) {
          case "jackson-core" -> com.fasterxml.jackson.core.JsonFactory.class;
          case "slf4j-api" -> LoggerFactory.class;
          case "avro" -> Schema.class;
          default -> throw new IllegalArgumentException(artifact);
        };
    Path jar = jarOf(anchor);
    return jar.getName(jar.getNameCount() - 2).toString();
  }

  /** Beam's published POM lies beside its jar in the local repository. */
  private static String declaredBy(Path beamJar, String artifact) throws Exception {
    String jar = beamJar.getFileName().toString();
    String pom = Files.readString(beamJar.resolveSibling(jar.replaceAll("\\.jar$", ".pom")));
    Matcher dependency =
        Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(pom);
    if (!dependency.find()) {
      throw new AssertionError(jar + " declares no " + artifact);
    }
    return dependency.group(1);
  }

  private static Path jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void databindMatchesCore() {
    assertEquals(
        com.fasterxml.jackson.core.json.PackageVersion.VERSION.toString(),
        new ObjectMapper().version().toString());
  }
}
