package io.evalbeam.schemas.tracking;

import java.util.Locale;

/** The two tables that people curate. A model stands in one of them. */
public enum CuratedTable {
  /** Models that may be above the compute threshold: class above or not sure. */
  ABOVE,
  /** The other models. */
  BELOW;

  /** Spelling in files: {@code above}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Name of the table's CSV file.
   *
   * @param threshold as it stands in class texts, such as {@code 1e25}
   */
  public String fileName(String threshold) {
    return key() + "_" + threshold + "_flop.csv";
  }
}
