package io.evalbeam.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters of a description, ready to apply. */
final class FilterSet {
  private record Compiled(String column, @Nullable Pattern include, @Nullable Pattern exclude) {}

  private final List<Compiled> filters = new ArrayList<>();

  FilterSet(List<RowFilter> filters) {
    for (RowFilter filter : filters) {
      this.filters.add(
          new Compiled(filter.column(), compile(filter.include()), compile(filter.exclude())));
    }
  }

  private static @Nullable Pattern compile(@Nullable String expression) {
    return expression == null ? null : Pattern.compile(expression);
  }

  /**
   * Why a row is left out, null when it stays.
   *
   * @param cell text of the cell below a filter's column
   */
  @Nullable String reason(Function<String, String> cell) {
    for (Compiled filter : filters) {
      String text = cell.apply(filter.column());
      if (filter.include() != null && !filter.include().matcher(text).find()) {
        return filter.column() + " does not match " + filter.include().pattern() + ".";
      }
      if (filter.exclude() != null && filter.exclude().matcher(text).find()) {
        return filter.column() + " matches " + filter.exclude().pattern() + ".";
      }
    }
    return null;
  }
}
