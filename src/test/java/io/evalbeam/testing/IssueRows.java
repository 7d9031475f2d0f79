package io.evalbeam.testing;

import java.nio.file.Path;
import java.util.List;

/** The published issues of an output directory, in short. */
public final class IssueRows {
  private IssueRows() {}

  /** {@code source CODE severity} of every issue of a stage, sorted. */
  public static List<String> of(Path output, String stage) {
    return DuckDb.rows(
            "select source || ' ' || code || ' ' || lower(severity) as text from "
                + DuckDb.table(output.resolve("issues").resolve(stage).resolve("*.parquet"))
                + " order by text")
        .stream()
        .map(row -> String.valueOf(row.get("text")))
        .toList();
  }
}
