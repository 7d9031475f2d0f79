package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.schemas.tracking.CuratedTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types the rows of both curated tables for publication as Parquet. */
public final class CuratedModels {
  private CuratedModels() {}

  /** Rows of the table above, then of the table below, in file order. */
  public static List<CuratedModel> of(CsvTable above, CsvTable below) {
    List<CuratedModel> models = new ArrayList<>();
    add(models, CuratedTable.ABOVE, above);
    add(models, CuratedTable.BELOW, below);
    return models;
  }

  private static void add(List<CuratedModel> models, CuratedTable table, CsvTable rows) {
    int number = 0;
    for (CuratedRow row : CuratedRow.of(rows)) {
      number++;
      models.add(model(table, number, row));
    }
  }

  private static CuratedModel model(CuratedTable table, int number, CuratedRow row) {
    String staleSince = orNull(row, CuratedColumns.STALE_SINCE);
    return new CuratedModel(
        table,
        number,
        row.model(),
        orNull(row, CuratedColumns.DEVELOPER),
        orNull(row, CuratedColumns.RELEASE_DATE),
        FlopText.parse(row.cell(CuratedColumns.PARAMETERS)),
        orNull(row, CuratedColumns.PARAMETER_SOURCE),
        row.flop(),
        orNull(row, CuratedColumns.CONFIDENCE),
        orNull(row, CuratedColumns.CONFIDENCE_EXPLANATION),
        orNull(row, CuratedColumns.ESTIMATION_METHOD),
        orNull(row, CuratedColumns.ALTERNATIVE_METHODS),
        orNull(row, CuratedColumns.THRESHOLD_CLASSIFICATION),
        orNull(row, CuratedColumns.REASONING),
        orNull(row, CuratedColumns.SOURCES),
        row.verified(),
        orNull(row, CuratedColumns.LAST_UPDATED),
        orNull(row, CuratedColumns.BLACKLIST_STATUS),
        orNull(row, CuratedColumns.NOTES),
        staleSince != null,
        staleSince);
  }

  private static @Nullable String orNull(CuratedRow row, String column) {
    String cell = row.cell(column);
    return cell.isBlank() ? null : cell;
  }
}
