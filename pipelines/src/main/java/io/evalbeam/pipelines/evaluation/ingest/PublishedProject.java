package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.helm.published.FetchOptions;
import io.evalbeam.io.evaluation.helm.published.HelmPublication;
import io.evalbeam.io.evaluation.helm.published.PublishedRelease;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.http.FetchPolicy;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.Version;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A published project of HELM as an input: what its options must be, and the fetch. */
final class PublishedProject {
  private PublishedProject() {}

  /** Whether an input lies on the web. */
  static boolean isAddress(String input) {
    return input.startsWith("http://") || input.startsWith("https://");
  }

  /** Adds what keeps the project from being fetched. */
  static void check(String input, IngestEvalsOptions options, List<String> problems) {
    if (!options.getFormat().equals("helm") || options.getRelease() == null) {
      problems.add(
          "--input="
              + input
              + ": an address needs --format=helm and --release, such as --release=v1.13.0 or"
              + " --release="
              + HelmPublication.LATEST);
    }
    checkAddress("input", input, problems);
    checkAddress("projects", options.getProjects(), problems);
    String snapshot = options.getSnapshot();
    if (snapshot != null && snapshot.contains("://")) {
      problems.add("--snapshot=" + snapshot + ": a local directory is needed");
    }
    if (snapshot == null && options.getOutput().contains("://")) {
      problems.add(
          "--snapshot: required, as --output="
              + options.getOutput()
              + " is not local. A local directory for what is fetched, kept between runs.");
    }
  }

  private static void checkAddress(String option, String address, List<String> problems) {
    try {
      if (!isAddress(address) || new URI(address).getHost() == null) {
        problems.add("--" + option + "=" + address + ": not an address of http or https");
      }
    } catch (URISyntaxException e) {
      problems.add("--" + option + "=" + address + ": " + e.getReason());
    }
  }

  /**
   * Fetches what is not here yet or has changed.
   *
   * @throws IOException when the release's index cannot be had
   */
  static PublishedRelease fetch(IngestEvalsOptions options, IngestSettings settings)
      throws IOException {
    return HelmPublication.fetch(
        URI.create(Objects.requireNonNull(options.getInput())),
        Objects.requireNonNull(options.getRelease()),
        snapshot(options, settings),
        fetchOptions(options));
  }

  private static Path snapshot(IngestEvalsOptions options, IngestSettings settings) {
    String directory = options.getSnapshot();
    return Path.of(
        directory == null
            ? BeamFiles.join(options.getOutput(), "raw/" + settings.layout().name())
            : directory);
  }

  private static FetchOptions fetchOptions(IngestEvalsOptions options) {
    FetchPolicy pages = FetchPolicy.defaults(Version.current());
    FetchPolicy policy =
        new FetchPolicy(
            pages.userAgent(),
            pages.connectTimeout(),
            Duration.ofSeconds(options.getHttpTimeoutSeconds()),
            options.getHttpRetries(),
            pages.firstBackoff(),
            pages.longestBackoff(),
            options.getMaxDownloadBytes(),
            pages.maxRedirects(),
            false);
    return new FetchOptions(
        AsOf.parse(options.getAsOf()),
        options.getHttpConnections(),
        policy,
        URI.create(options.getProjects()));
  }
}
