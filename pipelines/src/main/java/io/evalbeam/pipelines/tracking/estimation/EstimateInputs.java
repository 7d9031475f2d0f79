package io.evalbeam.pipelines.tracking.estimation;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.identity.IdentityRules;
import io.evalbeam.transforms.tracker.TrackerConfiguration;
import io.evalbeam.transforms.tracking.EstimateSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code estimate-flops} reads besides its options, checked before the pipeline starts.
 *
 * @param files model files, sorted
 * @param policy rules for merging and estimating
 * @param settings of the default policy; its moment serves both
 * @param trackerFiles texts of the tracker's configuration by file name; empty for the default
 *     policy
 * @param rules for names and developers
 * @param shards into which models are split; a function of the input alone, so that runs of any
 *     parallelism give the same files
 */
record EstimateInputs(
    List<String> files,
    Policy policy,
    EstimateSettings settings,
    Map<String, String> trackerFiles,
    IdentityRules rules,
    int shards) {
  private static final int BYTES_PER_ROW = 700;
  private static final int MOST_SHARDS = 1_000;

  EstimateInputs {
    files = List.copyOf(files);
    trackerFiles = Map.copyOf(trackerFiles);
  }

  /**
   * Reads them.
   *
   * @throws InvalidConfigurationException with every problem found
   */
  static EstimateInputs of(EstimateFlopsOptions options) throws IOException {
    List<String> problems = new ArrayList<>();
    String folder = options.getScraped();
    String scraped = folder == null ? BeamFiles.join(options.getOutput(), "scraped") : folder;
    List<String> files = BeamFiles.list(scraped, "*_models.json");
    if (files.isEmpty()) {
      problems.add(scraped + ": no files *_models.json; run collect-models first or set --scraped");
    }
    if (!(options.getThreshold() > 0)) {
      problems.add("--threshold=" + options.getThreshold() + ": must be greater than 0");
    }
    if (options.getRowsPerShard() < 1) {
      problems.add("--rowsPerShard=" + options.getRowsPerShard() + ": must be at least 1");
    }
    Map<String, String> tracker = trackerFiles(options, problems);
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    long rows = BeamFiles.totalBytes(files) / BYTES_PER_ROW;
    EstimateSettings settings =
        ReferenceFolder.settings(
            EstimateFlops.NAME,
            options.getReferenceData(),
            options.getThreshold(),
            AsOf.parse(options.getAsOf()));
    return new EstimateInputs(
        files,
        options.getPolicy(),
        settings,
        tracker,
        ReferenceTexts.identityRules(options.getReferenceData()),
        (int) Math.min(MOST_SHARDS, 1 + rows / options.getRowsPerShard()));
  }

  private static Map<String, String> trackerFiles(
      EstimateFlopsOptions options, List<String> problems) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    String folder = options.getTrackerConfig();
    if (options.getPolicy() != Policy.TRACKER) {
      return texts;
    }
    if (folder == null) {
      problems.add("--trackerConfig: required with --policy=tracker");
      return texts;
    }
    for (String file : TrackerConfiguration.FILES) {
      Optional<String> text = ReferenceTexts.read(folder, file);
      if (text.isEmpty()) {
        problems.add(BeamFiles.join(folder, file) + ": no such file");
      } else {
        texts.put(file, text.get());
      }
    }
    if (texts.size() == TrackerConfiguration.FILES.size()) {
      checkTracker(texts, problems);
    }
    return texts;
  }

  private static void checkTracker(Map<String, String> texts, List<String> problems) {
    try {
      TrackerConfiguration.parse(texts);
    } catch (InvalidConfigurationException e) {
      problems.addAll(e.problems());
    }
  }
}
