package io.evalbeam.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runner, parallelism, order of inputs and steps leave no trace in what is published. */
class SameBytesMatrixTest {
  private static final Path ROOT = Path.of(System.getProperty("evalbeam.root", "../.."));
  private static final Pattern TABLE = Pattern.compile("@TableSpec\\(\\s*name = \"([a-z_]+)\"");

  private static Matrix matrix = new Matrix(Path.of(""));

  @BeforeAll
  static void begin(@TempDir Path folder) {
    matrix = new Matrix(folder);
  }

  static Stream<Arguments> cells() {
    return Stream.of(Runner.DIRECT, Runner.EMBEDDED_FLINK).flatMap(Matrix::cells);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void theCellPublishesWhatTheReferenceDoes(Job job, Cell cell) throws Exception {
    matrix.check(job, cell, Matrix::inThisProcess);
  }

  /** A comparison of tables without rows would prove nothing, nor would one that a job left out. */
  @Test
  void everyTableIsPublishedWithRowsInSomeJob() throws Exception {
    SortedSet<String> filled = new TreeSet<>();
    SortedSet<String> empty = new TreeSet<>();
    for (Job job : Job.values()) {
      Path output = matrix.expected(job);
      assertEquals(Optional.empty(), TreeComparison.firstGap(output), job.toString());
      TreeComparison.rowsByTable(output)
          .forEach((table, rows) -> (rows > 0 ? filled : empty).add(table));
    }
    empty.removeAll(filled);
    assertEquals(new TreeSet<>(), empty, "tables that are compared without rows");
    SortedSet<String> missing = tablesOfTheSchemas();
    missing.removeAll(filled);
    assertEquals(Set.of("stage_counts"), missing, "counts are a part of manifests; all else");
  }

  private static SortedSet<String> tablesOfTheSchemas() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (Path source : OutputTree.files(ROOT.resolve("schemas/src/main/java"))) {
      Matcher table = TABLE.matcher(Files.readString(source));
      if (table.find()) {
        names.add(table.group(1));
      }
    }
    return names;
  }
}
