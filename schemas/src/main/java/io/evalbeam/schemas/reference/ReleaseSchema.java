package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.reference.RunGroup.Visibility;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one benchmark is published.
 *
 * @param name benchmark, such as {@code lite}
 * @param source document it was taken from
 * @param metricGroups kinds of tables
 * @param runGroups in the order of the index
 */
public record ReleaseSchema(
    String name,
    String source,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<MetricGroup> metricGroups,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<RunGroup> runGroups)
    implements Serializable {

  /** HELM's own substitution where a run has no value of the first metric. */
  private static final Map<String, String> FALLBACKS = Map.of("quasi_exact_match", "exact_match");

  /** The run group of a name. */
  public Optional<RunGroup> runGroup(String name) {
    return runGroups.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** The metric group of a name. */
  public Optional<MetricGroup> metricGroup(String name) {
    return metricGroups.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /**
   * The metric a run is published with: that of the first of its groups that has one. A run of old
   * releases that states no groups is looked up by the name of its data set.
   *
   * @param runGroups groups as the run states them
   * @param task such as {@code mmlu:subject=anatomy}
   * @return empty when the schema knows none of the groups
   */
  public Optional<MainMetric> mainMetric(
      List<String> runGroups, String task, MetricCatalog metrics) {
    int colon = task.indexOf(':');
    List<String> names =
        runGroups.isEmpty() ? List.of(colon < 0 ? task : task.substring(0, colon)) : runGroups;
    for (String groupName : names) {
      RunGroup group = runGroup(groupName).orElse(null);
      if (group != null && group.mainName() != null) {
        return Optional.of(
            mainMetric(group.mainName(), group.mainSplit(), metrics.find(group.mainName())));
      }
    }
    return Optional.empty();
  }

  static MainMetric mainMetric(String metric, @Nullable String split, Optional<MetricInfo> info) {
    return new MainMetric(
        metric,
        FALLBACKS.get(metric),
        split,
        info.map(MetricInfo::lowerIsBetter).orElse(null),
        info.map(i -> i.scoreType() == ScoreType.BINARY).orElse(false));
  }

  /**
   * The groups in whose tables a run counts. A variation of a run counts in its own group only.
   *
   * @param stated groups as the run states them; unknown ones are left out
   */
  public List<RunGroup> countedGroups(List<String> stated) {
    List<RunGroup> known = stated.stream().flatMap(g -> runGroup(g).stream()).toList();
    if (known.stream().anyMatch(group -> group.shownIn() == Visibility.NO_GROUPS)) {
      return List.of();
    }
    List<RunGroup> apart =
        known.stream().filter(g -> g.shownIn() == Visibility.THIS_GROUP_ONLY).toList();
    return apart.isEmpty() ? known : apart;
  }

  /** A group, its subgroups and theirs, in order and each once. */
  public List<RunGroup> expanded(RunGroup group) {
    Map<String, RunGroup> visited = new LinkedHashMap<>();
    expand(group, visited);
    return new ArrayList<>(visited.values());
  }

  private void expand(RunGroup group, Map<String, RunGroup> visited) {
    if (visited.putIfAbsent(group.name(), group) == null) {
      group.subgroups().forEach(name -> runGroup(name).ifPresent(g -> expand(g, visited)));
    }
  }

  /** The tables of a group, in order. */
  public List<MetricGroup> tables(RunGroup group) {
    Set<String> names = new LinkedHashSet<>();
    expanded(group).forEach(member -> names.addAll(member.metricGroups()));
    names.removeAll(group.hiddenMetricGroups());
    return names.stream().flatMap(name -> metricGroup(name).stream()).toList();
  }

  /** The columns of a group's table, without the aggregate columns in front of them. */
  public List<GroupColumn> columns(RunGroup group, MetricGroup table) {
    List<GroupColumn> columns = new ArrayList<>();
    for (RunGroup member : expanded(group)) {
      if (member.metricGroups().contains(table.name())) {
        table.metrics().forEach(metric -> columns.add(column(member, metric)));
      }
    }
    return columns;
  }

  private static GroupColumn column(RunGroup group, MetricGroup.Member metric) {
    String main = group.mainName();
    String name =
        main != null && metric.name().equals(MetricGroup.Member.MAIN_NAME) ? main : metric.name();
    return new GroupColumn(group, name, metric.perturbation(), group.mainSplit());
  }
}
