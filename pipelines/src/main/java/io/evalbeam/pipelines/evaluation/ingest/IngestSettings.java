package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.reference.EvaluationReferences;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides the rows besides the runs themselves.
 *
 * @param format name of the format
 * @param source collection
 * @param benchmark benchmark
 * @param release null if none was named
 * @param ingestedAt the moment the output describes, ISO date-time with Z
 * @param rules names and developers of models
 * @param references reference files of evaluation
 * @param also further formats to write
 */
record IngestSettings(
    String format,
    String source,
    String benchmark,
    @Nullable String release,
    String ingestedAt,
    IdentityRules rules,
    EvaluationReferences references,
    List<String> also)
    implements Serializable {

  IngestSettings {
    also = List.copyOf(also);
  }

  /** The same, with the release that {@code latest} turned out to be. */
  IngestSettings ofRelease(String name) {
    return new IngestSettings(format, source, benchmark, name, ingestedAt, rules, references, also);
  }

  IngestScope scope() {
    return new IngestScope(source, benchmark, release);
  }

  IngestLayout layout() {
    return new IngestLayout(source, benchmark);
  }

  /** Adds what is wrong with the reference files. */
  void check(List<String> problems) {
    for (Runnable reading :
        List.<Runnable>of(rules::check, references::metrics, references::releaseSchemas)) {
      try {
        reading.run();
      } catch (InvalidConfigurationException e) {
        problems.addAll(e.problems());
      }
    }
  }

  /**
   * Changes when rows of an unchanged run would change: then everything is read again. The moment
   * is not part of it, so unchanged runs keep the moment at which they were first read.
   */
  String fingerprint() {
    return Hashes.ofText(
        String.join(
            "\n",
            Version.current(),
            format,
            String.valueOf(release),
            rules.replacements().toString(),
            references.replaced().toString(),
            also.toString()));
  }
}
