package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.schemas.reference.EvaluationReferences;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns options into settings, with all problems reported at once. */
final class SettingsCheck {
  /** Part of file names, so nothing else may be in it; the underscore separates the two names. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  private static final String EVERY_EVAL_EVER = "every-eval-ever";

  private SettingsCheck() {}

  /**
   * Settings of the options.
   *
   * @throws InvalidConfigurationException with every problem
   */
  static IngestSettings of(IngestEvalsOptions options) throws IOException {
    List<String> problems = new ArrayList<>();
    if (RunFormats.find(options.getFormat()).isEmpty()) {
      problems.add(
          "--format=" + options.getFormat() + ": one of " + String.join(", ", RunFormats.names()));
    }
    String input = options.getInput();
    if (input == null) {
      problems.add("--input: required. A directory, glob or URL with evaluation runs.");
    } else if (PublishedProject.isAddress(input)) {
      PublishedProject.check(input, options, problems);
    }
    String source = Objects.requireNonNullElse(options.getSource(), options.getFormat());
    name("source", source, problems);
    String benchmark = options.getBenchmark();
    if (benchmark == null) {
      problems.add("--benchmark: required. A name for keys and files, such as lite.");
    } else {
      name("benchmark", benchmark, problems);
    }
    List<String> also =
        options.getAlso() == null ? List.of() : options.getAlso().stream().distinct().toList();
    for (String format : also) {
      if (!format.equals(EVERY_EVAL_EVER)) {
        problems.add("--also=" + format + ": one of " + EVERY_EVAL_EVER);
      }
    }
    atLeastOne("partBytes", options.getPartBytes(), problems);
    atLeastOne("httpConnections", options.getHttpConnections(), problems);
    atLeastOne("maxDownloadBytes", options.getMaxDownloadBytes(), problems);
    atLeastOne("httpTimeoutSeconds", options.getHttpTimeoutSeconds(), problems);
    if (options.getHttpRetries() < 0) {
      problems.add("--httpRetries=" + options.getHttpRetries() + ": must be at least 0");
    }
    Map<String, String> references = references(options.getReferenceData(), problems);
    IngestSettings settings =
        new IngestSettings(
            options.getFormat(),
            source,
            benchmark == null ? "" : benchmark,
            options.getRelease(),
            AsOf.parse(options.getAsOf()).toString(),
            new IdentityRules(references),
            new EvaluationReferences(references),
            also);
    settings.check(problems);
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return settings;
  }

  private static Map<String, String> references(@Nullable String folder, List<String> problems)
      throws IOException {
    try {
      return ReferenceTexts.of(folder);
    } catch (InvalidConfigurationException e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  private static void name(String option, String value, List<String> problems) {
    if (!NAME.matcher(value).matches()) {
      problems.add(
          "--"
              + option
              + "="
              + value
              + ": lower-case letters, digits, dots and hyphens, starting with a letter or digit,"
              + " at most 64");
    }
  }

  private static void atLeastOne(String option, long value, List<String> problems) {
    if (value < 1) {
      problems.add("--" + option + "=" + value + ": must be at least 1");
    }
  }
}
