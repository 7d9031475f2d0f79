package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.table.TableFileWriter;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.transforms.curate.CuratedModels;
import java.io.IOException;

/** Both curated tables as one Parquet file with typed columns. */
final class CuratedParquet {
  private static final Table<CuratedModel> TABLE = Table.of(CuratedModel.class);

  private CuratedParquet() {}

  /** Stages the file. */
  static StagedFile write(CsvTable above, CsvTable below, String staging) throws IOException {
    String target = CuratedPair.FOLDER + "curated_models.parquet";
    try (TableFileWriter<CuratedModel> writer = new TableFileWriter<>(TABLE, staging, target)) {
      for (CuratedModel row : CuratedModels.of(above, below)) {
        writer.write(row);
      }
      return writer.finish();
    }
  }
}
