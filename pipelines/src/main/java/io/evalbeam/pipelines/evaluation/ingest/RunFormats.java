package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.everyeval.EveryEvalFormat;
import io.evalbeam.io.evaluation.helm.HelmFormat;
import io.evalbeam.io.evaluation.inspect.InspectFormat;
import io.evalbeam.io.evaluation.lmeval.LmEvalFormat;
import io.evalbeam.io.evaluation.opencompass.OpenCompassFormat;
import java.util.List;
import java.util.Optional;

/** Every format that can be ingested. */
final class RunFormats {
  private static final List<RunFormat> ALL =
      List.of(
          new HelmFormat(),
          new LmEvalFormat(),
          new OpenCompassFormat(),
          new InspectFormat(),
          new EveryEvalFormat());

  private RunFormats() {}

  static Optional<RunFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** The format of settings that were checked. */
  static RunFormat of(IngestSettings settings) {
    return find(settings.format()).orElseThrow();
  }

  static List<String> names() {
    return ALL.stream().map(RunFormat::name).toList();
  }
}
