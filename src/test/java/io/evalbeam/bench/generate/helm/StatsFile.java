package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code stats.json}: the figures that a run states about itself. */
final class StatsFile {
  private static final List<String> WORST_CASES = List.of("robustness", "fairness");

  private StatsFile() {}

  static void write(Path file, List<SplitTotals> splits) throws IOException {
    try (JsonGenerator json = PythonJson.create(file)) {
      json.writeStartArray();
      for (SplitTotals totals : splits) {
        metrics(json, totals, null);
      }
      for (SplitTotals totals : splits) {
        StatJson.aggregate(json, "perplexity", totals.split(), null, BigDecimal.ONE);
        StatJson.aggregate(json, "bits_per_byte", totals.split(), null, BigDecimal.ZERO);
        StatJson.aggregate(json, "logprob_per_byte", totals.split(), null, BigDecimal.ZERO);
      }
      for (SplitTotals totals : splits) {
        // Written even without perturbations: the worst case then is the original.
        for (String worstCase : WORST_CASES) {
          metrics(json, totals, worstCase);
        }
      }
      for (SplitTotals totals : splits) {
        BigDecimal count = BigDecimal.valueOf(totals.count());
        StatJson.aggregate(json, "num_instances", totals.split(), null, count);
      }
      json.writeEndArray();
    }
  }

  private static void metrics(JsonGenerator json, SplitTotals totals, @Nullable String perturbation)
      throws IOException {
    for (int metric = 0; metric < HelmMetric.ALL.size(); metric++) {
      BigDecimal mean = totals.mean(metric);
      if (mean != null || perturbation == null) {
        String name = HelmMetric.ALL.get(metric).name();
        StatJson.aggregate(json, name, totals.split(), perturbation, mean);
      }
    }
  }
}
