package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.cli.OptionCatalogue.Option;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Usage texts. */
final class Help {
  private static final int WIDTH = 96;
  private static final String JAR = "java -jar pipelines/target/evalbeam-bundled.jar";

  private Help() {}

  static void overview(List<Command> commands, Console console) {
    console.line(
        "Evalbeam turns AI-evaluation output and model leaderboards into Parquet datasets.");
    console.line("");
    console.line("Usage: evalbeam COMMAND [--option=value ...]");
    console.line("");
    console.line("Commands:");
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse("help".length());
    for (Command command : commands) {
      console.line(
          String.format(Locale.ROOT, "  %-" + width + "s  %s", command.name(), command.summary()));
    }
    console.line(
        String.format(
            Locale.ROOT,
            "  %-" + width + "s  %s",
            "help",
            "This page, or help COMMAND for its options."));
    console.line("");
    console.line("Run as one of:");
    console.line(
        "  mvn -q compile exec:java                                     the demo, on DirectRunner");
    console.line("  mvn -q compile exec:java -Dexec.args=\"COMMAND --option=value\"");
    console.line("  " + JAR + " COMMAND --option=value");
    console.line("");
    console.line(
        "Any Beam pipeline option is accepted, such as --runner=FlinkRunner --parallelism=2.");
    console.line(
        "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished beyond --maxIssueRatio.");
  }

  static void command(Command command, Console console) {
    console.line("evalbeam " + command.name() + ": " + command.summary());
    console.line("");
    wrap(command.description(), "").forEach(console::line);
    console.line("");
    if (!command.positional().isEmpty()) {
      console.line("Plain arguments stand for: --" + String.join(", --", command.positional()));
      console.line("");
    }
    console.line("Options:");
    for (Option option : OptionCatalogue.ownOptions(command.optionsType())) {
      console.line("  --" + option.name() + "=" + valueName(option) + notes(option));
      wrap(option.description(), "      ").forEach(console::line);
    }
    console.line("");
    console.line("Examples:");
    for (String example : command.examples()) {
      console.line(("  " + JAR + " " + command.name() + " " + example).stripTrailing());
    }
  }

  private static String valueName(Option option) {
    Class<?> type = option.type();
    if (type.isEnum()) {
      return CommandLine.choices(type).replace(", ", "|");
    }
    if (type == boolean.class) {
      return "true|false";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "N";
    }
    return type == double.class || type == Double.class ? "NUMBER" : "TEXT";
  }

  private static String notes(Option option) {
    if (option.required()) {
      return "  (required)";
    }
    return option.defaultText().isEmpty() ? "" : "  (default: " + option.defaultText() + ")";
  }

  private static List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() + 1 > WIDTH && line.length() > indent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
