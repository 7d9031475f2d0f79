package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes the runs of one stamp directory. */
final class StampRuns {
  private final StampDirectory directory;
  private final RunHeaders headers;
  private final StampLayout layout;
  private final RunIssues issues;

  StampRuns(StampDirectory directory, RunHeaders headers, KnownNames known, RunIssues issues) {
    this.directory = directory;
    this.headers = headers;
    this.layout = StampLayout.of(directory.names(), known);
    this.issues = issues;
  }

  /** What its files are about. */
  Collection<ModelDataset> subjects() {
    return layout.subjects();
  }

  /**
   * The report first, then responses in the order of subjects.
   *
   * @param subjects what to make runs for; those without files become runs without files
   */
  List<FoundRun> runs(Collection<ModelDataset> subjects) throws IOException {
    for (String judge : layout.judges()) {
      issues.info(IssueCode.JUDGE_FILE, judge, "", "", "A judge's conversation holds no results.");
    }
    List<FoundRun> runs = new ArrayList<>();
    List<String> reported = new ArrayList<>(layout.summaries());
    reported.addAll(layout.results().values());
    runs.add(
        found(
            headers.report(directory.stamp()),
            directory.location(),
            directory.hash(reported),
            RunPart.REPORT,
            directory.stamp()));
    Map<String, PromptVersion> versions =
        directory.table().map(PromptVersion::byDataset).orElse(Map.of());
    for (ModelDataset about : subjects) {
      if (isInside(about)) {
        runs.add(responses(about, versions));
      }
    }
    return runs;
  }

  private FoundRun responses(ModelDataset about, Map<String, PromptVersion> versions)
      throws IOException {
    List<String> names = new ArrayList<>(layout.predictions().getOrDefault(about, List.of()));
    String results = layout.results().get(about);
    if (results != null) {
      names.add(results);
    }
    PromptVersion prompt =
        versions.getOrDefault(SummaryText.cellText(about.dataset()), PromptVersion.UNKNOWN);
    RunHeader header = headers.responses(directory.stamp(), about, prompt);
    return found(
        header, directory.location(), directory.hash(names), RunPart.RESPONSES, directory.stamp());
  }

  private boolean isInside(ModelDataset about) {
    if (TreeNames.isInside(about.model()) && TreeNames.isInside(about.dataset())) {
      return true;
    }
    issues.rejected(
        IssueCode.INVALID_NAME,
        "",
        "",
        about.model() + "/" + about.dataset(),
        "The names of model and data set have control characters or leave their directory; its"
            + " files were not read.");
    return false;
  }

  /**
   * A run. Its hash covers what the header takes from other files and directories too: runs without
   * files would else be one content.
   */
  static FoundRun found(
      RunHeader header, String location, List<RunFile> files, RunPart part, String precedence) {
    String content =
        String.join(
            "\n",
            FoundRun.hash(files),
            header.promptSettings(),
            header.runName(),
            precedence,
            part.selector());
    return new FoundRun(
        header, location, files, Sha256.of(content), precedence, null, part.selector());
  }
}
