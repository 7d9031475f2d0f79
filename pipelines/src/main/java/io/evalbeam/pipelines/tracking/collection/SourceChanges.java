package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.source.SourceDescription;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.transforms.identity.IdentityRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sources must be collected again. A source is kept when its files, its description, the
 * policy, the rules for names, the moment and the version are those of the last run; pages are
 * always asked for anew.
 */
final class SourceChanges {
  /** Stands for the fingerprint of a source that cannot be read; such a source is tried again. */
  private static final String UNREADABLE = "unreadable";

  private final List<SourceDescription> sources;
  private final CollectModelsOptions options;
  private final IdentityRules rules;
  private final List<Manifest.Part> parts = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private final Optional<Manifest> previous;

  private SourceChanges(
      Optional<Manifest> previous,
      List<SourceDescription> sources,
      CollectModelsOptions options,
      IdentityRules rules) {
    this.previous = previous;
    this.sources = sources;
    this.options = options;
    this.rules = rules;
  }

  static SourceChanges since(
      Optional<Manifest> previous,
      List<SourceDescription> sources,
      CollectModelsOptions options,
      IdentityRules rules)
      throws IOException {
    SourceChanges changes = new SourceChanges(previous, sources, options, rules);
    for (SourceDescription source : sources) {
      changes.add(source);
    }
    return changes;
  }

  private void add(SourceDescription source) throws IOException {
    String fingerprint = fingerprint(source);
    parts.add(new Manifest.Part(source.name(), fingerprint));
    Optional<String> before = previous.flatMap(manifest -> manifest.fingerprint(source.name()));
    if (!fingerprint.equals(UNREADABLE)
        && !source.isRemote()
        && before.filter(fingerprint::equals).isPresent()
        && outputIsThere(source.name())) {
      kept.add(source.name());
    }
  }

  /** Whether all that the last run published of a source is still where it was. */
  private boolean outputIsThere(String source) throws IOException {
    for (Manifest.Output file : previous.map(Manifest::files).orElse(List.of())) {
      if (sourceOf(file.path()).equals(source)
          && !BeamFiles.exists(BeamFiles.join(options.getOutput(), file.path()))) {
        return false;
      }
    }
    return true;
  }

  private String fingerprint(SourceDescription source) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Version.current())
        .append('\n')
        .append(options.getPolicy())
        .append('\n')
        .append(asOf())
        .append('\n')
        .append(rules.replacements())
        .append('\n')
        .append(source)
        .append('\n');
    if (!source.isRemote()) {
      for (String file : BeamFiles.glob(source.location())) {
        try {
          text.append(file).append(' ').append(Hashes.ofFile(file)).append('\n');
        } catch (IOException | IllegalArgumentException e) {
          return UNREADABLE; // a directory, or a file without permission: an issue of its source
        }
      }
    }
    return Hashes.ofText(text.toString());
  }

  /** Names of the sources that are not read again, sorted. */
  List<String> keptSources() {
    return kept.stream().sorted().toList();
  }

  /** Work for the pipeline. */
  List<SourcePlan> plans(String staging) {
    List<SourcePlan> plans = new ArrayList<>();
    for (SourceDescription source : sources) {
      if (!kept.contains(source.name())) {
        plans.add(
            new SourcePlan(
                source,
                options.getPolicy(),
                asOf(),
                options.getOutput(),
                staging,
                options.isOffline(),
                Version.current(),
                options.getMaxDownloadBytes(),
                options.getHttpTimeoutSeconds(),
                options.getHttpRetries()));
      }
    }
    return plans;
  }

  RunPlan runPlan() {
    if (previous.isEmpty()) {
      return RunPlan.fresh(Version.current(), parts);
    }
    Manifest manifest = previous.get();
    return new RunPlan(
        Version.current(),
        parts,
        manifest.inputs().stream().filter(input -> kept.contains(input.part())).toList(),
        manifest.files().stream().filter(file -> kept.contains(sourceOf(file.path()))).toList(),
        manifest.counts().stream().filter(count -> kept.contains(count.group())).toList());
  }

  private static String sourceOf(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.replaceFirst("(_models\\.json|\\.parquet)$", "");
  }

  private String asOf() {
    return AsOf.parse(options.getAsOf()).toString();
  }
}
