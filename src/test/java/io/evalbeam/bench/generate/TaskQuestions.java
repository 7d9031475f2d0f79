package io.evalbeam.bench.generate;

import io.evalbeam.schemas.evaluation.Reference;
import java.util.ArrayList;
import java.util.List;

/** The questions of a task: texts and possible answers, equal for all models. */
final class TaskQuestions {
  /**
   * A question.
   *
   * @param text what is asked
   * @param references possible answers
   */
  record Question(String text, List<Reference> references) {}

  private static final int QUESTION_WORDS = 12;
  private static final int ANSWER_WORDS = 3;

  private final int task;
  private final List<Question> questions = new ArrayList<>();

  TaskQuestions(ScorePlan plan, int task) {
    this.task = task;
    Draws draws = new Draws(plan.seed());
    InventedText texts = new InventedText(draws);
    Answers answers = new Answers(draws);
    for (int instance = 0; instance < plan.instances(); instance++) {
      int right = answers.rightOption(task, instance);
      List<Reference> references = new ArrayList<>();
      for (int option = 0; option < (ScoreRuns.isGraded(task) ? 1 : Answers.OPTIONS); option++) {
        references.add(
            new Reference(
                texts.sentence(ANSWER_WORDS, (option + 1L) * 1_000_000 + task, instance, '.'),
                ScoreRuns.isGraded(task) || option == right));
      }
      questions.add(new Question(texts.sentence(QUESTION_WORDS, task, instance, '?'), references));
    }
  }

  int task() {
    return task;
  }

  Question get(int instance) {
    return questions.get(instance);
  }
}
