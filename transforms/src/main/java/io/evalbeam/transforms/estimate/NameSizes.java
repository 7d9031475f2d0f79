package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Size in the name times stated tokens or the token prior of the year: the last resort. */
final class NameSizes {
  private static final Pattern SIZE =
      Pattern.compile("(?<![A-Za-z0-9.])(?:(\\d+)[xX])?(\\d+(?:\\.\\d+)?)([bBmM])(?![A-Za-z0-9])");

  private final ReferenceLibrary library;

  NameSizes(ReferenceLibrary library) {
    this.library = library;
  }

  Optional<FlopEstimate> estimate(Facts facts) {
    if (facts.number(ModelAttribute.PARAMETERS).isPresent()
        || facts.number(ModelAttribute.ACTIVE_PARAMETERS).isPresent()) {
      return Optional.empty();
    }
    for (String name : facts.names()) {
      Matcher matcher = SIZE.matcher(name.replace('_', '-'));
      if (matcher.find()) {
        StatedNumber total = new StatedNumber(parameters(matcher), "the name " + name, false);
        return new OperationCounts(library)
            .estimate(facts, counted(facts, total), null, EstimationMethod.NAME_SIZE);
      }
    }
    return Optional.empty();
  }

  private ParameterCount counted(Facts facts, StatedNumber total) {
    return ParameterCount.named(facts, total, library.domains().mixtureOfExperts());
  }

  private static double parameters(Matcher matcher) {
    double scale = matcher.group(3).equalsIgnoreCase("b") ? 1e9 : 1e6;
    double experts = matcher.group(1) == null ? 1 : Double.parseDouble(matcher.group(1));
    return experts * Double.parseDouble(matcher.group(2)) * scale;
  }
}
