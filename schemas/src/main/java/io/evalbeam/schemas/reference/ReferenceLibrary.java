package io.evalbeam.schemas.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All reference data of compute estimation, validated. */
public record ReferenceLibrary(
    ChipCatalogue chips,
    UtilizationPriors utilization,
    DomainFactors domains,
    TokenPriors tokens,
    ChipPrices prices,
    Specifications specifications,
    ComputeOverrides overrides,
    DeveloperCaps developerCaps,
    Uncertainties uncertainties)
    implements Serializable {

  /** Names of the files, in the order they are read. */
  public static final List<String> FILES =
      List.of(
          "chips.yaml",
          "utilization.yaml",
          "domains.yaml",
          "tokens.yaml",
          "prices.yaml",
          "specifications.yaml",
          "overrides.yaml",
          "developer-caps.yaml",
          "uncertainty.yaml");

  private static final String FOLDER = "/io/evalbeam/reference/";

  /** The data shipped with Evalbeam. */
  public static ReferenceLibrary load() {
    return load(Map.of());
  }

  /**
   * The shipped data with some files replaced.
   *
   * @param replacements text by file name, such as {@code chips.yaml}; a file is replaced as a
   *     whole
   * @throws InvalidConfigurationException naming every problem of every file
   */
  public static ReferenceLibrary load(Map<String, String> replacements) {
    Reader reader = new Reader(replacements);
    for (String name : new TreeSet<>(replacements.keySet())) {
      if (!FILES.contains(name)) {
        reader.problems.add(name + ": not a reference file; they are " + String.join(", ", FILES));
      }
    }
    ChipCatalogue chips = reader.read("chips.yaml", ChipCatalogue.class);
    UtilizationPriors utilization = reader.read("utilization.yaml", UtilizationPriors.class);
    DomainFactors domains = reader.read("domains.yaml", DomainFactors.class);
    TokenPriors tokens = reader.read("tokens.yaml", TokenPriors.class);
    ChipPrices prices = reader.read("prices.yaml", ChipPrices.class);
    Specifications specifications = reader.read("specifications.yaml", Specifications.class);
    ComputeOverrides overrides = reader.read("overrides.yaml", ComputeOverrides.class);
    DeveloperCaps developerCaps = reader.read("developer-caps.yaml", DeveloperCaps.class);
    Uncertainties uncertainties = reader.read("uncertainty.yaml", Uncertainties.class);
    ReferenceValidation validation = new ReferenceValidation(reader.problems);
    validation.chips(chips);
    validation.utilization(utilization);
    validation.domains(domains);
    validation.tokens(tokens);
    validation.prices(prices, chips);
    validation.specifications(specifications);
    validation.overrides(overrides);
    validation.developerCaps(developerCaps);
    validation.uncertainties(uncertainties);
    if (!reader.problems.isEmpty()
        || chips == null
        || utilization == null
        || domains == null
        || tokens == null
        || prices == null
        || specifications == null
        || overrides == null
        || developerCaps == null
        || uncertainties == null) {
      throw new InvalidConfigurationException(reader.problems);
    }
    return new ReferenceLibrary(
        chips,
        utilization,
        domains,
        tokens,
        prices,
        specifications,
        overrides,
        developerCaps,
        uncertainties);
  }

  private static final class Reader {
    private final Map<String, String> replacements;
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, String> replacements) {
      this.replacements = replacements;
    }

    <T> @Nullable T read(String file, Class<T> type) {
      String text = replacements.get(file);
      try {
        return StrictYaml.parse(file, text == null ? resource(file) : text, type);
      } catch (InvalidConfigurationException e) {
        problems.addAll(e.problems());
        return null;
      }
    }

    private static String resource(String file) {
      try (InputStream in = ReferenceLibrary.class.getResourceAsStream(FOLDER + file)) {
        if (in == null) {
          throw new IllegalStateException(
              "resource " + FOLDER + file + " is not on the class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("resource " + FOLDER + file + " cannot be read", e);
      }
    }
  }
}
