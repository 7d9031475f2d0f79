package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparedModel;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.PerturbedScores;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.transforms.evaluation.ModelUnits;
import io.evalbeam.transforms.evaluation.PairSums;
import io.evalbeam.transforms.evaluation.PerturbationDrop;
import io.evalbeam.transforms.evaluation.PerturbationDrops;
import io.evalbeam.transforms.evaluation.RunKey;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.evaluation.UnitVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The published figures of one unit of comparison. */
final class TaskComparison {
  private final ComparisonKey key;
  private final TaskState state;
  private final List<ComparedModel> models = new ArrayList<>();
  private final List<ModelPair> pairs = new ArrayList<>();
  private final List<PerturbedScores> perturbed = new ArrayList<>();
  private final CellStatistics example;
  private boolean binary = true;
  private long questionsDiffer;
  private String differingPair = "";

  private TaskComparison(ComparisonKey key, TaskState state, CellStatistics example) {
    this.key = key;
    this.state = state;
    this.example = example;
  }

  static TaskComparison of(
      ComparisonKey key, TaskState state, SortedMap<RunKey, List<CellStatistics>> runs) {
    TaskComparison comparison =
        new TaskComparison(key, state, runs.values().iterator().next().get(0));
    int[] positions = new int[state.models().size()];
    for (int i = 0; i < positions.length; i++) {
      ModelUnits units = state.models().get(i);
      UnitVector originals = units.originals();
      positions[i] = originals == null ? -1 : comparison.models.size();
      if (originals != null) {
        comparison.add(units, originals, row(units, runs));
      }
    }
    for (int b = 1; b < positions.length; b++) {
      for (int a = 0; a < b; a++) {
        if (positions[a] >= 0 && positions[b] >= 0) {
          comparison.add(positions[a], positions[b], state.pair(a, b));
        }
      }
    }
    return comparison;
  }

  /** Pairs that share instances; positions are those of the result's models. */
  List<ModelPair> pairs() {
    return pairs;
  }

  /** What is compared. */
  TaskState state() {
    return state;
  }

  /** Everything but the pairs; as if wins by instance were not totalled. */
  ComparisonResult result() {
    return result(false);
  }

  /** Everything but the pairs. */
  ComparisonResult result(boolean winsTotalled) {
    return new ComparisonResult(
        key.benchmark(),
        key.task(),
        example.datasetName(),
        example.subject(),
        key.adapterMethod(),
        key.shots(),
        key.metric(),
        key.split(),
        key.subSplit(),
        example.publishedSplit(),
        example.lowerIsBetter(),
        binary,
        winsTotalled,
        models,
        perturbed);
  }

  /** Instances that were left out because models were asked different questions under one id. */
  Optional<Issue> questionsDiffer(String stage) {
    return questionsDiffer == 0
        ? Optional.empty()
        : Optional.of(
            Issue.warning(
                IssueCode.QUESTIONS_DIFFER,
                stage,
                key.benchmark(),
                key.task(),
                differingPair,
                String.format(
                    Locale.ROOT,
                    "Pairs of models were asked different questions under one instance id, %,d times"
                        + " in all; these instances are not paired.",
                    questionsDiffer)));
  }

  private void add(ModelUnits units, UnitVector originals, CellStatistics row) {
    ExactMoments moments = new ExactMoments();
    long missing = 0;
    long right = 0;
    long wrong = 0;
    for (double score : originals.scores()) {
      if (Double.isNaN(score)) {
        missing++;
      } else if (score == 1) {
        right++;
      } else if (score == 0) {
        wrong++;
      } else {
        binary = false;
        moments.add(score);
      }
    }
    moments.add(1, right);
    moments.add(0, wrong);
    for (PerturbationDrop drop : PerturbationDrops.of(units, example.lowerIsBetter())) {
      perturbed.add(row(drop));
    }
    models.add(
        new ComparedModel(
            row.modelId(),
            row.modelName(),
            row.modelDeployment(),
            row.modelFamily(),
            row.developer(),
            row.promptSettings(),
            moments.toBytes(),
            missing));
  }

  private void add(int first, int second, PairSums sums) {
    if (sums.questionsDiffer() > 0) {
      questionsDiffer += sums.questionsDiffer();
      differingPair = models.get(first).modelName() + ", " + models.get(second).modelName();
    }
    if (sums.shared() > 0 || sums.questionsDiffer() > 0) {
      pairs.add(new ModelPair(first, second, sums));
    }
  }

  /** The row under construction is that of the next model. */
  private PerturbedScores row(PerturbationDrop drop) {
    boolean single = drop.kind() == PerturbationDrop.Kind.SINGLE;
    ExactMoments other = single ? drop.perturbed() : known(drop.worst());
    ExactMoments lost = single ? drop.perturbedDrop() : known(drop.worstDrop());
    return new PerturbedScores(
        models.size(),
        single ? "perturbation" : drop.kind().name().toLowerCase(Locale.ROOT),
        drop.perturbation(),
        drop.original().toBytes(),
        other.toBytes(),
        lost.toBytes());
  }

  private static ExactMoments known(@Nullable ExactMoments moments) {
    if (moments == null) {
      throw new IllegalStateException("the worst of a kind needs a direction");
    }
    return moments;
  }

  private static CellStatistics row(ModelUnits units, Map<RunKey, List<CellStatistics>> runs) {
    List<CellStatistics> rows = runs.get(units.runs().get(0));
    if (rows == null) {
      throw new IllegalStateException("a state holds a run that is not live");
    }
    return rows.get(0);
  }

  /** Sums of first minus second. */
  record ModelPair(int first, int second, PairSums sums) {}
}
