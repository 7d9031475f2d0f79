package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.helm.published.FetchOptions;
import io.evalbeam.io.evaluation.helm.published.HelmPublication;
import io.evalbeam.io.evaluation.helm.published.PublishedRelease;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.http.FetchPolicy;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.run.StageCount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The directory that runs are read from. A project on the web is fetched into a local snapshot
 * first: what it has that is new or has changed.
 *
 * @param directory directory or glob
 * @param release the release by its own name, also where the latest was asked for; null if none was
 * @param issues runs that could not be had
 * @param counts of the fetch
 */
record PublishedProject(
    String directory, @Nullable String release, List<Issue> issues, List<StageCount> counts) {

  /**
   * The directory behind the input, which is an address or a directory.
   *
   * @throws InvalidConfigurationException when an address cannot be used
   * @throws IOException when the release's index cannot be had
   */
  static PublishedProject of(IngestEvalsOptions options, IngestSettings settings, Console console)
      throws IOException {
    String input = Objects.requireNonNull(options.getInput(), "checked before");
    if (!input.startsWith("http://") && !input.startsWith("https://")) {
      return new PublishedProject(input, settings.release(), List.of(), List.of());
    }
    String release = options.getRelease();
    if (!settings.format().equals("helm") || release == null) {
      throw new InvalidConfigurationException(
          List.of(
              "--input="
                  + input
                  + ": an address needs --format=helm and --release, such as"
                  + " --release=v1.13.0 or --release="
                  + HelmPublication.LATEST));
    }
    PublishedRelease fetched =
        HelmPublication.fetch(
            URI.create(input), release, snapshot(options, settings), fetchOptions(options));
    console.error(
        String.format(
            Locale.ROOT,
            "%s: release %s, %,d files fetched (%,d bytes), %,d kept, %,d failed",
            input,
            fetched.release(),
            fetched.filesFetched(),
            fetched.bytesFetched(),
            fetched.filesKept(),
            fetched.filesFailed()));
    return new PublishedProject(
        fetched.directory().toString(),
        fetched.release(),
        fetched.issues(),
        counts(fetched, settings));
  }

  private static Path snapshot(IngestEvalsOptions options, IngestSettings settings) {
    String directory = options.getSnapshot();
    if (directory == null) {
      directory = BeamFiles.join(options.getOutput(), "raw/" + settings.layout().name());
    }
    if (directory.contains("://")) {
      throw new InvalidConfigurationException(
          List.of("--snapshot=" + directory + ": a local directory is needed"));
    }
    return Path.of(directory);
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

  private static List<StageCount> counts(PublishedRelease fetched, IngestSettings settings) {
    List<StageCount> counts = new ArrayList<>();
    String stage = settings.layout().stage();
    String name = settings.layout().name();
    counts.add(new StageCount(stage, "files_fetched", name, fetched.filesFetched()));
    counts.add(new StageCount(stage, "files_failed", name, fetched.filesFailed()));
    // Runs that could not be had count as read and rejected: they are part of the release.
    counts.add(new StageCount(stage, "runs_read", name, fetched.leftOut()));
    counts.add(new StageCount(stage, "runs_rejected", name, fetched.leftOut()));
    return counts;
  }
}
