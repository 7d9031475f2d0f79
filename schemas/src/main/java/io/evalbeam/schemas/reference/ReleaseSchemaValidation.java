package io.evalbeam.schemas.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks release schemas and lists every problem. */
final class ReleaseSchemaValidation {
  private final String origin;
  private final List<String> problems = new ArrayList<>();

  ReleaseSchemaValidation(String origin) {
    this.origin = origin;
  }

  List<String> check(ReleaseSchemas.File file) {
    if (file.version() < 1) {
      problems.add(origin + ": version must be 1 or greater");
    }
    Set<String> names = new HashSet<>();
    for (ReleaseSchema schema : file.schemas()) {
      String place = origin + ": schema " + schema.name();
      text(place, "name", schema.name());
      text(place, "source", schema.source());
      unique(place, schema.name(), names);
      metricGroups(place, schema);
      runGroups(place, schema);
    }
    ReleaseSchemas.Generic generic = file.generic();
    if (generic == null || generic.metrics().isEmpty()) {
      problems.add(origin + ": generic metrics are missing");
    } else {
      text(origin + ": generic", "source", generic.source());
    }
    return problems;
  }

  private void metricGroups(String schema, ReleaseSchema release) {
    Set<String> names = new HashSet<>();
    for (MetricGroup group : release.metricGroups()) {
      String place = schema + ": metric group " + group.name();
      text(place, "name", group.name());
      text(place, "display_name", group.displayName());
      unique(place, group.name(), names);
      if (group.metrics().isEmpty()) {
        problems.add(place + " has no metrics");
      }
      for (MetricGroup.Member metric : group.metrics()) {
        text(place, "name of a metric", metric.name());
        if (metric.name() != null
            && metric.name().contains("${")
            && !metric.name().equals(MetricGroup.Member.MAIN_NAME)) {
          problems.add(place + ": " + metric.name() + " is not a known placeholder");
        }
      }
    }
  }

  private void runGroups(String schema, ReleaseSchema release) {
    Set<String> names = new HashSet<>();
    if (release.runGroups().isEmpty()) {
      problems.add(schema + " has no run groups");
    }
    for (RunGroup group : release.runGroups()) {
      String place = schema + ": run group " + group.name();
      text(place, "name", group.name());
      text(place, "display_name", group.displayName());
      unique(place, group.name(), names);
      if (group.mainName() != null) {
        text(place, "main_split", group.mainSplit());
      }
      for (String subgroup : group.subgroups()) {
        if (release.runGroup(subgroup).isEmpty()) {
          problems.add(place + ": no such subgroup: " + subgroup);
        }
      }
      Set<String> referred = new TreeSet<>(group.metricGroups());
      referred.addAll(group.hiddenMetricGroups());
      for (String name : referred) {
        if (release.metricGroup(name).isEmpty()) {
          problems.add(place + ": no such metric group: " + name);
        }
      }
      if (group.mainName() == null && usesMainMetric(release, group)) {
        problems.add(place + ": main_name is missing");
      }
    }
  }

  private static boolean usesMainMetric(ReleaseSchema release, RunGroup group) {
    return group.metricGroups().stream()
        .flatMap(name -> release.metricGroup(name).stream())
        .anyMatch(MetricGroup::needsMainMetric);
  }

  private void unique(String place, @Nullable String name, Set<String> names) {
    if (name != null && !names.add(name)) {
      problems.add(place + " is listed twice");
    }
  }

  private void text(String place, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      problems.add(place + ": " + field + " is missing");
    }
  }
}
