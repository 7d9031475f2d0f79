package io.evalbeam.io.evaluation.detail;

import static java.util.Objects.requireNonNull;

import io.evalbeam.io.table.StagedParquet;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file of the detail table: whole runs one after the other, their responses in the order
 * given. The bytes depend on runs and responses alone.
 */
public final class DetailFileWriter implements AutoCloseable {
  private final StagedParquet output;
  private final DetailParquet parquet;
  private @Nullable RunColumns run;
  private @Nullable ResponseColumns responses;
  private long rows;

  /**
   * Opens a file of its own for this attempt.
   *
   * @param staging directory for unpublished files
   * @param target path the file will have, relative to the output directory
   */
  public DetailFileWriter(String staging, String target) throws IOException {
    this.output = StagedParquet.create(staging, target);
    this.parquet = new DetailParquet(output.content());
  }

  /** Begins the rows of a run; the run before it ends. */
  public void begin(EvaluationRun next) {
    run = new RunColumns(next);
    responses = new ResponseColumns(next);
  }

  /**
   * Writes a response of the run begun last.
   *
   * @throws NullPointerException when no run was begun
   */
  public void write(Response response) throws IOException {
    RunColumns perRun = requireNonNull(run, "no run was begun");
    ResponseColumns perResponse = requireNonNull(responses, "no run was begun");
    DetailFields fields = parquet.fields();
    fields.startRow();
    perRun.writeTo(fields);
    perResponse.writeTo(fields, response);
    fields.endRow();
    count();
  }

  /** Writes a row as another file has it. */
  void copy(Group row) throws IOException {
    parquet.fields().row(row);
    count();
  }

  private void count() throws IOException {
    parquet.rowWritten();
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Completes the file. */
  public StagedFile finish() throws IOException {
    return output.finish(parquet, DetailSchema.TABLE, rows);
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
