package io.evalbeam.testing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented leaderboards of any size: each model has a size and a token count, so that its training
 * compute is known, and ratings that follow the compute with noise. Deterministic by seed.
 *
 * @param models number of distinct models
 * @param sources number of leaderboards; the first also states parameters and tokens
 * @param rowsPerSource rows of each leaderboard
 * @param seed of everything random
 */
public record SyntheticLeaderboards(int models, int sources, int rowsPerSource, long seed) {
  private static final String[] FAMILIES = {
    "heron", "osprey", "tern", "plover", "auk", "gannet", "petrel", "skua", "dunlin", "curlew"
  };
  private static final double[] SIZES = {0.5, 1.5, 3, 7, 8, 13, 14, 27, 32, 70, 72, 123, 405};

  /** Writes {@code sources.yaml} and one CSV a source; returns the sources file. */
  public Path writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int source = 0; source < sources; source++) {
      String name = String.format(Locale.ROOT, "board_%02d", source);
      Path file = directory.resolve(name + ".csv");
      writeBoard(file, source);
      yaml.append(entry(name, source == 0));
    }
    Path sourcesFile = directory.resolve("sources.yaml");
    Files.writeString(sourcesFile, yaml);
    return sourcesFile;
  }

  private static String entry(String name, boolean withSpecification) {
    String attributes =
        withSpecification
            ? "      attributes: {parameters: Parameters, dataset_size: Tokens}\n"
            : "";
    return """
      - name: %1$s
        format: csv
        location: %1$s.csv
        url: https://boards.example/%1$s
        description: Invented leaderboard
        columns:
          model: Model
          developer: Organization
    %2$s    benchmarks:
          %1$s_elo: {column: Rating, unit: elo}
          %1$s_accuracy: {column: Accuracy, unit: percent}
    """
        .formatted(name, attributes);
  }

  private void writeBoard(Path file, int source) throws IOException {
    SplittableRandom random = new SplittableRandom(seed + source);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("Rank,Model,Rating,Accuracy,Organization,Parameters,Tokens\n");
      for (int row = 0; row < rowsPerSource; row++) {
        int model = random.nextInt(models);
        double parameters = SIZES[model % SIZES.length] * 1e9;
        double tokens = 1e11 * (1 + model % 150);
        double logFlop = Math.log10(6 * parameters * tokens);
        double rating = 1_000 + 90 * (logFlop - 22) + 40 * (random.nextDouble() - 0.5);
        double accuracy = 100 / (1 + Math.exp(-(logFlop - 23.5)));
        boolean specified = model % 4 == 0;
        out.write(
            String.format(
                Locale.ROOT,
                "%d,%s,%.0f,%.1f%%,Lab %d,%s,%s%n",
                row + 1,
                name(model),
                rating,
                accuracy,
                model % 500,
                specified ? String.format(Locale.ROOT, "%.0f", parameters) : "",
                specified ? String.format(Locale.ROOT, "%.0f", tokens) : ""));
      }
    }
  }

  /** Distinct for every model; a quarter carry a variant that normalisation takes off. */
  private static String name(int model) {
    String family = FAMILIES[model % FAMILIES.length];
    String variant =
        switch (model % 4) {
          case 1 -> "-instruct";
          case 2 -> "-2025-04-14";
          case 3 -> "-thinking";
          default -> "";
        };
    return family + "x" + model + "-" + SIZES[model % SIZES.length] + "b" + variant;
  }
}
