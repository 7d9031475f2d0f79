package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** Candidates that one worker identifies: enough of them that spreading costs little. */
@DefaultSchema(RecordSchemaProvider.class)
public record CandidateBatch(List<RunCandidate> candidates) {
  private static final int MOST_CANDIDATES = 64;
  private static final long MOST_BYTES = 1L << 26;

  public CandidateBatch {
    candidates = List.copyOf(candidates);
  }

  /** Batches of neighbouring candidates, limited in number and in bytes. */
  public static List<CandidateBatch> of(List<RunCandidate> candidates) {
    List<CandidateBatch> batches = new ArrayList<>();
    List<RunCandidate> batch = new ArrayList<>();
    long bytes = 0;
    for (RunCandidate candidate : candidates) {
      batch.add(candidate);
      bytes += candidate.files().stream().mapToLong(ListedFile::bytes).sum();
      if (batch.size() == MOST_CANDIDATES || bytes >= MOST_BYTES) {
        batches.add(new CandidateBatch(batch));
        batch.clear();
        bytes = 0;
      }
    }
    if (!batch.isEmpty()) {
      batches.add(new CandidateBatch(batch));
    }
    return batches;
  }
}
