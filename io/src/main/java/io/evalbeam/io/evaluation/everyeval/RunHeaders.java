package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.util.List;

/** Who the runs of an aggregate are: one run per task. */
final class RunHeaders {
  private RunHeaders() {}

  /** The header of a task's run. */
  static RunHeader of(Aggregate aggregate, String task, IngestScope scope) {
    AggregateResult first = aggregate.resultsOf(task).get(0);
    GenerationSettings settings = first.settings();
    return new RunHeader(
        scope.source(),
        scope.release(),
        null,
        scope.benchmark(),
        runName(aggregate, task),
        null,
        task,
        first.datasetName(),
        first.subject(),
        List.of(),
        List.of(),
        aggregate.modelName(),
        aggregate.modelDeployment(),
        settings.adapterMethod(),
        settings.shots(),
        settings.temperature(),
        settings.maxTokens(),
        settings.trials(),
        settings.promptSettings());
  }

  /**
   * The evaluation id, which writers do not always make unique: model and task are added where the
   * id does not hold them.
   */
  private static String runName(Aggregate aggregate, String task) {
    String id = aggregate.evaluationId();
    StringBuilder name = new StringBuilder(id);
    if (!holds(id, aggregate.modelId())) {
      name.append("#model=").append(aggregate.modelId());
    }
    if (aggregate.tasks().size() > 1 || !holds(id, task)) {
      name.append("#task=").append(task);
    }
    return name.toString();
  }

  /** Identifiers write the slash of a model's name as such or as an underscore. */
  private static boolean holds(String id, String name) {
    return id.contains(name) || id.contains(name.replace('/', '_'));
  }
}
