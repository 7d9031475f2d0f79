package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs that are published together: a scenario, or a group of such groups.
 *
 * @param name as runs state it
 * @param displayName for people
 * @param shortName for columns; null if the display name serves
 * @param mainName main metric; null for groups of groups and where no metric stands for all
 * @param mainSplit the split that is published; null for groups of groups
 * @param metricGroups tables the group appears in
 * @param subgroups groups it consists of, in order; empty for a scenario
 * @param subSplits parts of the split that are also shown apart
 * @param visibility where its runs count; null stands for {@link Visibility#ALL_GROUPS}
 * @param adapterKeys settings that tell rows apart beside model and deployment
 * @param hiddenMetricGroups tables of the subgroups that this group does not show
 */
public record RunGroup(
    String name,
    String displayName,
    @Nullable String shortName,
    @Nullable String mainName,
    @Nullable String mainSplit,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> metricGroups,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> subgroups,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> subSplits,
    @Nullable Visibility visibility,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> adapterKeys,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> hiddenMetricGroups)
    implements Serializable {

  /** Where the runs of a group count. */
  public enum Visibility {
    /** In all groups they state. */
    ALL_GROUPS,
    /** In this group alone: variations of runs that other groups hold already. */
    THIS_GROUP_ONLY,
    /** Nowhere. */
    NO_GROUPS
  }

  /** Name for columns. */
  public String columnName() {
    return shortName == null ? displayName : shortName;
  }

  /** Where its runs count. */
  public Visibility shownIn() {
    return visibility == null ? Visibility.ALL_GROUPS : visibility;
  }
}
