package io.evalbeam.bench.generate.helm;

import io.evalbeam.bench.generate.Answers;
import io.evalbeam.bench.generate.Draws;
import io.evalbeam.bench.generate.InventedText;
import java.util.ArrayList;
import java.util.List;

/** Questions of a subject, equal for all models, and the prompts made of them. */
final class HelmQuestions {
  private static final int SHORTEST_QUESTION = 14;
  private static final int QUESTION_RANGE = 23;
  private static final int ANSWER_RANGE = 6;
  private static final int NUMBER_RANGE = 900;

  /** What one text in twenty holds; characters that JSON writes in another way. */
  private static final String[] SPECIAL = {"\"", "\\", "\t", "é", "😀"};

  private static final int SPECIAL_EVERY = 20;

  private final HelmRun run;
  private final Draws draws;
  private final InventedText texts;
  private final Answers answers;
  private final String promptBegin;

  HelmQuestions(HelmRun run, Draws draws) {
    this.run = run;
    this.draws = draws;
    this.texts = new InventedText(draws);
    this.answers = new Answers(draws);
    this.promptBegin = demonstrations();
  }

  /** A question by its number among those that are evaluated. */
  HelmQuestion question(int instance) {
    return numbered(HelmRun.DEMONSTRATIONS + instance);
  }

  /** Index of the option that the run's model chooses. */
  int chosen(int instance) {
    return answers.chosenOption(run.subject(), run.model(), HelmRun.DEMONSTRATIONS + instance);
  }

  /** Demonstrations and the question. */
  String prompt(HelmQuestion question) {
    return promptBegin + shown(question) + "Answer:";
  }

  static String instructions(HelmRun run) {
    return "The following are multiple choice questions (with answers) about "
        + run.subjectName()
        + ".\n";
  }

  private String demonstrations() {
    StringBuilder text = new StringBuilder(instructions(run)).append('\n');
    for (int number = 0; number < HelmRun.DEMONSTRATIONS; number++) {
      HelmQuestion question = numbered(number);
      text.append(shown(question)).append("Answer: ");
      text.append(HelmQuestion.letter(question.right())).append("\n\n");
    }
    return text.toString();
  }

  private static String shown(HelmQuestion question) {
    StringBuilder text = new StringBuilder("Question: ").append(question.text()).append('\n');
    for (int option = 0; option < question.options().size(); option++) {
      text.append(HelmQuestion.letter(option)).append(". ");
      text.append(question.options().get(option)).append('\n');
    }
    return text.toString();
  }

  private HelmQuestion numbered(int number) {
    int words = SHORTEST_QUESTION + length(QUESTION_RANGE, number, 0);
    String text = texts.sentence(words, run.subject(), number, '?');
    if (length(SPECIAL_EVERY, number, 1) == 0) {
      text = SPECIAL[length(SPECIAL.length, number, 2)] + text;
    }
    List<String> options = new ArrayList<>();
    for (int option = 0; option < Answers.OPTIONS; option++) {
      options.add(option(number, option));
    }
    return new HelmQuestion(text, options, answers.rightOption(run.subject(), number));
  }

  /** Some answers are numbers, as in true data; the letter keeps the four apart. */
  private String option(int number, int option) {
    int words = length(ANSWER_RANGE, number, 10 + option);
    return words == 0
        ? Integer.toString(NUMBER_RANGE * option + length(NUMBER_RANGE, number, 20 + option))
        : texts.sentence(words, 1_000L * (option + 1) + run.subject(), number, '.');
  }

  private int length(int bound, int number, int use) {
    return draws.below(bound, Draws.Kind.LENGTH, run.subject() * 100L + use, number);
  }
}
