package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.StrictYaml;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.EstimationMethod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Size in the name, times a fixed number of tokens per parameter: 6 · N · D. */
public final class TrackerTokens {
  private static final String RESOURCE = "/io/evalbeam/reference/tracker-tokens.yaml";
  private static final List<Rule> RULES =
      validate(StrictYaml.parseResource(RESOURCE, Rules.class)).rules();
  private static final Pattern BILLIONS = PythonText.pattern("(\\d+\\.?\\d*)b(?:illion)?");
  private static final Pattern TRILLIONS = PythonText.pattern("(\\d+\\.?\\d*)t(?:rillion)?");
  private static final BigInteger FLOP_PER_PARAMETER_AND_TOKEN = BigInteger.valueOf(6);

  /** The value of a rule from a size on. */
  public record LargeModels(String label, BigInteger fromParameters, int tokensPerParameter) {}

  /**
   * Tokens per parameter of names with one of the parts.
   *
   * @param parts lower case; empty for the rule that takes every name
   * @param large null when size does not matter
   */
  public record Rule(
      String label, List<String> parts, int tokensPerParameter, @Nullable LargeModels large) {
    public Rule {
      parts = List.copyOf(parts);
    }

    private boolean appliesTo(String name) {
      return parts.isEmpty() || parts.stream().anyMatch(name::contains);
    }
  }

  /** The resource file. */
  public record Rules(String source, List<Rule> rules) {
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What a name says about size and the rules about data.
   *
   * @param parameters positive
   * @param tokens positive
   * @param text the rule in a sentence
   */
  public record Size(BigInteger parameters, BigInteger tokens, int ratio, String text) {}

  private TrackerTokens() {}

  /** Size and tokens of a model; empty when the name holds no size. */
  public static Optional<Size> ofName(String name) {
    String lower = PythonText.lower(name);
    BigInteger parameters = parameters(lower);
    if (parameters == null) {
      return Optional.empty();
    }
    for (Rule rule : RULES) {
      if (rule.appliesTo(lower)) {
        return Optional.of(size(parameters, rule));
      }
    }
    throw new IllegalStateException("no rule takes every name");
  }

  /** The estimate of {@link #ofName}; empty without a size or beyond the range of doubles. */
  static Optional<TrackerEstimate> estimate(Size size) {
    double flop = operations(size.parameters(), size.tokens());
    if (Double.isInfinite(flop)) {
      return Optional.empty();
    }
    String reasoning =
        "Parameter-based Chinchilla scaling: "
            + formula(size.parameters(), size.tokens())
            + " "
            + size.text();
    return Optional.of(
        new TrackerEstimate(EstimationMethod.NAME_SIZE, flop, Confidence.MEDIUM, reasoning));
  }

  /** 6 · parameters · tokens, FLOP. */
  static double operations(BigInteger parameters, BigInteger tokens) {
    return FLOP_PER_PARAMETER_AND_TOKEN.multiply(parameters).multiply(tokens).doubleValue();
  }

  /** The calculation of {@link #operations} as text. */
  static String formula(BigInteger parameters, BigInteger tokens) {
    return "Chinchilla scaling law: 6 × "
        + DecimalText.grouped(parameters)
        + " params × "
        + DecimalText.grouped(tokens)
        + " tokens = "
        + DecimalText.scientific(operations(parameters, tokens), 2)
        + " FLOP";
  }

  private static Size size(BigInteger parameters, Rule rule) {
    LargeModels large = rule.large();
    boolean isLarge = large != null && parameters.compareTo(large.fromParameters()) >= 0;
    int ratio = large != null && isLarge ? large.tokensPerParameter() : rule.tokensPerParameter();
    String label = large != null && isLarge ? large.label() : rule.label();
    String text =
        "("
            + label
            + ": "
            + DecimalText.whole(parameters.doubleValue() / 1e9)
            + "B params * "
            + ratio
            + " tokens/param)";
    return new Size(parameters, parameters.multiply(BigInteger.valueOf(ratio)), ratio, text);
  }

  private static @Nullable BigInteger parameters(String lowerName) {
    Matcher billions = BILLIONS.matcher(lowerName);
    if (billions.find()) {
      return count(billions.group(1), 1e9);
    }
    Matcher trillions = TRILLIONS.matcher(lowerName);
    return trillions.find() ? count(trillions.group(1), 1e12) : null;
  }

  private static @Nullable BigInteger count(String digits, double unit) {
    double count = Double.parseDouble(PythonText.asciiDigits(digits)) * unit;
    if (count < 1 || Double.isInfinite(count)) {
      return null;
    }
    return new BigDecimal(count).toBigInteger();
  }

  private static Rules validate(Rules rules) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < rules.rules().size(); i++) {
      Rule rule = rules.rules().get(i);
      if (rule.label().isBlank() || rule.tokensPerParameter() <= 0) {
        problems.add(RESOURCE + ": a rule needs a label and a positive ratio: " + rule);
      }
      if (rule.parts().isEmpty() != (i == rules.rules().size() - 1)) {
        problems.add(RESOURCE + ": the last rule and no other takes every name: " + rule);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return rules;
  }
}
