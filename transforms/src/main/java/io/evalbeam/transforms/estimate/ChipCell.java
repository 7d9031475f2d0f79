package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.Chip;
import io.evalbeam.schemas.reference.ChipCatalogue;
import io.evalbeam.schemas.tracking.ObservedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The chips in a hardware cell.
 *
 * @param chips catalogue entries of the names, in their order, without repeats
 * @param quantity number written before the only name, as in {@code 8x A100}; null when there is
 *     none
 * @param names how many names the cell holds
 * @param issues one per name that the catalogue does not know
 */
record ChipCell(List<Chip> chips, @Nullable Double quantity, int names, List<Issue> issues) {

  private static final String STAGE = "estimate-flops";
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[,;+&]|\\band\\b)\\s*");
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6})\\s*[x×]\\s+?(.+)");

  ChipCell {
    chips = List.copyOf(chips);
    issues = List.copyOf(issues);
  }

  static ChipCell parse(ObservedFact cell, ChipCatalogue catalogue) {
    List<Chip> chips = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    Double quantity = null;
    int names = 0;
    for (String part : SEPARATOR.split(cell.text().strip(), -1)) {
      if (part.isBlank()) {
        continue;
      }
      names++;
      String name = part.strip();
      Matcher counted = QUANTITY.matcher(name);
      if (counted.matches()) {
        quantity = Double.valueOf(counted.group(1));
        name = counted.group(2);
      }
      Chip chip = catalogue.find(name).orElse(null);
      if (chip == null) {
        issues.add(unknown(cell, name));
      } else if (!chips.contains(chip)) {
        chips.add(chip);
      }
    }
    return new ChipCell(chips, names == 1 ? quantity : null, names, issues);
  }

  private static Issue unknown(ObservedFact cell, String name) {
    return Issue.warning(
        IssueCode.CHIP_UNKNOWN,
        STAGE,
        cell.source(),
        "row " + cell.row(),
        name,
        "The chip catalogue should list this chip or an alias; without its peak the hardware"
            + " method leaves it out.");
  }
}
