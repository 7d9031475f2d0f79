package io.evalbeam.matrix;

import io.evalbeam.testing.SampleSources;
import io.evalbeam.testing.SyntheticLeaderboards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundled leaderboards and invented ones; a piece is a source. Before the last step the first
 * invented board has other rows, and a board is listed that later is not. A list of models with
 * curated compute lies beside them.
 */
final class ModelSources implements Inputs {
  private static final String FILE = "sources.yaml";
  private static final String CURATED_COMPUTE = "curated_compute.csv";

  private static final int BUNDLED = 6;
  private static final int INVENTED = 4;
  private static final Pattern LOCATION = Pattern.compile("location: (\\S+)");
  private static final String TRUTH =
      """
      Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),\
      Training compute notes,Training dataset size (gradients),Epochs,Training time (hours),\
      Training hardware,Hardware quantity,Hardware utilization (MFU)
      Wader 10B,Lab,2024-01-01,Language,1e10,6e22,,1e12,1,,,,
      Knot,Lab,2024-01-01,Games,,3e22,,,,100,NVIDIA H100 SXM5 80GB,1000,0.4
      """;

  private final List<Source> bundled;
  private final List<Source> invented;
  private final List<Source> earlier;

  /** A source: its entry in the description and the file it names. */
  private record Source(String entry, Path file) {}

  private ModelSources(List<Source> bundled, List<Source> invented, List<Source> earlier) {
    this.bundled = bundled;
    this.invented = invented;
    this.earlier = earlier;
  }

  /**
   * Prepares the sources.
   *
   * @param folder for the prepared files
   * @param scale factor on the rows of the invented boards
   */
  static ModelSources prepare(Path folder, int scale) throws IOException {
    SyntheticLeaderboards boards = new SyntheticLeaderboards(300, INVENTED, 500 * scale, 17);
    SyntheticLeaderboards others = new SyntheticLeaderboards(300, INVENTED + 1, 100, 18);
    return new ModelSources(
        sources(SampleSources.copyTo(folder.resolve("bundled"))),
        sources(boards.writeTo(folder.resolve("invented"))),
        sources(others.writeTo(folder.resolve("earlier"))));
  }

  @Override
  public int pieces() {
    return BUNDLED + INVENTED;
  }

  @Override
  public void write(Path directory, int piece, int place, boolean settled) throws IOException {
    if (place == 0) {
      Files.writeString(directory.resolve(CURATED_COMPUTE), TRUTH);
    }
    boolean first = piece == BUNDLED;
    add(
        directory,
        piece < BUNDLED
            ? bundled.get(piece)
            : (first && !settled ? earlier : invented).get(piece - BUNDLED));
    if (first && !settled) {
      add(directory, earlier.get(INVENTED));
    }
  }

  private static void add(Path directory, Source source) throws IOException {
    Path description = directory.resolve(FILE);
    String before = Files.exists(description) ? Files.readString(description) : "sources:\n";
    Files.writeString(description, before + source.entry());
    Files.copy(source.file(), directory.resolve(source.file().getFileName()));
  }

  private static List<Source> sources(Path description) throws IOException {
    String[] entries = Files.readString(description).split("(?m)^ *(?=- name: )", -1);
    List<Source> sources = new ArrayList<>();
    for (String entry : Arrays.asList(entries).subList(1, entries.length)) {
      Matcher location = LOCATION.matcher(entry);
      if (!location.find()) {
        throw new IllegalStateException("a source without location: " + entry);
      }
      sources.add(
          new Source(
              "  " + entry.stripTrailing() + "\n", description.resolveSibling(location.group(1))));
    }
    return sources;
  }
}
