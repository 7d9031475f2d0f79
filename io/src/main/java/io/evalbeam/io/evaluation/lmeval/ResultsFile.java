package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A results file. Everything but {@code results} is optional: fields come and go with versions.
 *
 * @param root the whole file, an object
 * @param file what was read
 */
record ResultsFile(JsonNode root, RunFile file) {
  /** What the harness calls the absence of a filter. */
  static final String NO_FILTER = "none";

  /**
   * Reads and hashes a file.
   *
   * @throws DamagedRunException when it is too large, no JSON, or no results file
   */
  static ResultsFile read(String path, String name, FileIssues issues)
      throws IOException, DamagedRunException {
    try (HashingInput in = new HashingInput(BeamFiles.open(path))) {
      byte[] bytes = in.readNBytes(LmEvalJson.MAX_RESULTS_BYTES);
      in.drain();
      if (in.bytes() > bytes.length) {
        throw new DamagedRunException(
            issues.rejected(
                IssueCode.LIMIT_EXCEEDED,
                "byte " + bytes.length,
                "",
                "A results file has at most " + LmEvalJson.MAX_RESULTS_BYTES + " bytes."));
      }
      RunFile file = new RunFile(name, path, in.bytes(), in.sha256());
      return new ResultsFile(parse(bytes, issues), file);
    }
  }

  private static JsonNode parse(byte[] bytes, FileIssues issues) throws DamagedRunException {
    JsonNode root;
    try {
      root = LmEvalJson.parse(LmEvalJson.decode(bytes, bytes.length));
    } catch (CharacterCodingException e) {
      throw new DamagedRunException(
          issues.rejected(IssueCode.PARSE_ERROR, "", "", "The file is not UTF-8 text."));
    } catch (JsonProcessingException e) {
      throw new DamagedRunException(
          issues.rejected(IssueCode.PARSE_ERROR, "", "", "No JSON: " + e.getOriginalMessage()));
    }
    // Other tools write files of this name, with results but without this configuration.
    if (!root.path("results").isObject() || !root.path("config").isObject()) {
      throw new DamagedRunException(
          issues.rejected(
              IssueCode.RUN_UNIDENTIFIED,
              "/results",
              "",
              "A results file has an object with results and one with the configuration."));
    }
    return root;
  }

  /** Tasks with results, in file order; groups are not among them. */
  List<String> tasks() {
    List<String> tasks = new ArrayList<>();
    root.path("results").fieldNames().forEachRemaining(tasks::add);
    tasks.removeIf(this::isGroup);
    return tasks;
  }

  /** Groups with at least one figure of their own, in file order. */
  List<String> groups() {
    List<String> groups = new ArrayList<>();
    root.path("results").fieldNames().forEachRemaining(groups::add);
    groups.removeIf(name -> !isGroup(name) || FigureKey.ofAll(result(name)).isEmpty());
    return groups;
  }

  private boolean isGroup(String name) {
    return !root.path("group_subtasks").path(name).isEmpty() || root.path("groups").has(name);
  }

  /** Groups a task or group belongs to, directly or through other groups, in file order. */
  List<String> groupsOf(String name) {
    Set<String> found = new LinkedHashSet<>();
    collectGroups(name, found);
    List<String> ordered = new ArrayList<>();
    root.path("group_subtasks").fieldNames().forEachRemaining(ordered::add);
    ordered.retainAll(found);
    return ordered;
  }

  private void collectGroups(String member, Set<String> found) {
    root.path("group_subtasks")
        .fields()
        .forEachRemaining(
            group -> {
              for (JsonNode listed : group.getValue()) {
                if (listed.asText().equals(member) && found.add(group.getKey())) {
                  collectGroups(group.getKey(), found);
                }
              }
            });
  }

  /** Tasks below a group, directly or through other groups, in file order. */
  List<String> tasksOf(String group) {
    return tasks().stream().filter(task -> groupsOf(task).contains(group)).toList();
  }

  /** Filters of a task in configured order; a task without any has {@value #NO_FILTER}. */
  List<String> filters(String task) {
    Set<String> filters = new LinkedHashSet<>();
    for (JsonNode filter : config(task).path("filter_list")) {
      filters.add(filter.path("name").asText(NO_FILTER));
    }
    for (FigureKey key : FigureKey.ofAll(result(task))) {
      filters.add(key.filter());
    }
    return filters.isEmpty() ? List.of(NO_FILTER) : List.copyOf(filters);
  }

  JsonNode result(String name) {
    return root.path("results").path(name);
  }

  /** The task's configuration; missing node when the file has none. */
  JsonNode config(String task) {
    return root.path("configs").path(task);
  }

  /** Version of a task or group as text, null if not stated. */
  @Nullable String version(String name) {
    return SortedJson.text(root.path("versions").path(name));
  }

  /** Demonstrations, null if not stated. */
  @Nullable Integer shots(String task) {
    JsonNode stated = root.path("n-shot").path(task);
    JsonNode shots = stated.isInt() ? stated : config(task).path("num_fewshot");
    return shots.isInt() ? Integer.valueOf(shots.intValue()) : null;
  }

  /** Documents evaluated, null if not stated. */
  @Nullable Long effectiveSamples(String task) {
    JsonNode effective = root.path("n-samples").path(task).path("effective");
    return effective.isIntegralNumber() ? Long.valueOf(effective.longValue()) : null;
  }

  /** Direction of a metric, null if unknown. */
  @Nullable Boolean lowerIsBetter(String name, String metric) {
    JsonNode higher = root.path("higher_is_better").path(name).path(metric);
    return higher.isBoolean() ? Boolean.valueOf(!higher.booleanValue()) : null;
  }

  /** How a metric of a task is aggregated. */
  Aggregation aggregation(String task, String metric) {
    for (JsonNode entry : config(task).path("metric_list")) {
      if (entry.path("metric").asText().equals(metric)) {
        return Aggregation.of(metric, SortedJson.text(entry.path("aggregation")));
      }
    }
    return Aggregation.of(metric, null);
  }
}
