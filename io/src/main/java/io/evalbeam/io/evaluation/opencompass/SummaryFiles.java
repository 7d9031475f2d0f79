package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.RunFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The main summaries of a stamp directory by their own stamps, and what other tools left beside.
 *
 * @param byStamp files of each summary, the newest last
 * @param foreign all other files below {@code summary/}
 */
record SummaryFiles(TreeMap<String, Map<SummaryForm, RunFile>> byStamp, List<RunFile> foreign) {
  private static final String START = StampLayout.SUMMARY + "summary_";

  static SummaryFiles of(Collection<RunFile> files) {
    SummaryFiles summaries = new SummaryFiles(new TreeMap<>(), new ArrayList<>());
    for (RunFile file : files) {
      if (!file.name().startsWith(StampLayout.SUMMARY)) {
        continue;
      }
      Optional<SummaryForm> form = form(file.name());
      if (form.isPresent()) {
        summaries
            .byStamp
            .computeIfAbsent(stamp(file.name(), form.get()), s -> new EnumMap<>(SummaryForm.class))
            .put(form.get(), file);
      } else {
        summaries.foreign.add(file);
      }
    }
    return summaries;
  }

  /** Which form of a main summary a name is; empty for foreign files. */
  static Optional<SummaryForm> form(String name) {
    for (SummaryForm form : SummaryForm.values()) {
      if (name.startsWith(START)
          && name.endsWith(form.extension())
          && TreeNames.hasStampForm(stamp(name, form))) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  private static String stamp(String name, SummaryForm form) {
    int end = name.length() - form.extension().length();
    return end < START.length() ? "" : name.substring(START.length(), end);
  }
}
