package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a summary from the best of its files. */
final class SummaryReader {
  private final RunIssues issues;
  // A txt file is read for its table and for its raw section; what was mended is said once.
  private final Set<String> mended = new HashSet<>();

  SummaryReader(RunIssues issues) {
    this.issues = issues;
  }

  /**
   * A table and the file it was read from.
   *
   * @param file name inside the stamp directory
   */
  record Summary(String file, SummaryTable table) {}

  /** The table of csv, else md, else txt; empty when none can be read, each with an issue. */
  Optional<Summary> read(Map<SummaryForm, RunFile> forms) throws IOException, DamagedRunException {
    for (SummaryForm form : SummaryForm.values()) {
      RunFile file = forms.get(form);
      if (file == null) {
        continue;
      }
      Optional<SummaryTable> table =
          text(file).map(SummaryText::lines).map(form::table).flatMap(SummaryTable::of);
      if (table.isPresent()) {
        return Optional.of(new Summary(file.name(), table.get()));
      }
      issues.rejected(
          IssueCode.SUMMARY_UNPARSABLE,
          file.name(),
          "",
          "",
          "UTF-8 text with the columns dataset, version, metric, mode and models, at least one row"
              + " and at most "
              + SummaryTable.MAX_CELLS
              + " cells was expected.");
    }
    return Optional.empty();
  }

  /** Figures at full precision from the raw section of the txt file, if there is one. */
  RawScores raw(Map<SummaryForm, RunFile> forms) throws IOException, DamagedRunException {
    RunFile file = forms.get(SummaryForm.TXT);
    return file == null
        ? RawScores.NONE
        : text(file).map(SummaryText::lines).map(RawScores::parse).orElse(RawScores.NONE);
  }

  private Optional<SummaryText> text(RunFile file) throws IOException, DamagedRunException {
    try {
      SummaryText text = decode(file);
      if (text.repaired() && mended.add(file.name())) {
        issues.info(IssueCode.TEXT_REPAIRED, file.name(), "", "", text.repairs());
      }
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static SummaryText decode(RunFile file) throws IOException, DamagedRunException {
    try (RunFileInput input = RunFileInput.open(file)) {
      byte[] bytes = input.stream().readAllBytes();
      input.verify();
      return SummaryText.decode(bytes, input.marked());
    }
  }
}
