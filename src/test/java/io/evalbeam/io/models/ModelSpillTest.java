package io.evalbeam.io.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Estimates;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSpillTest {
  @TempDir Path folder;

  private static TrackedModel model(int i) {
    // Every third name has two developers: ties are decided by the identifier.
    String name = String.format(Locale.ROOT, "tern_%03d", i / 3 * 3);
    return Estimates.model(name, "Lab " + i, i % 2 == 0 ? null : (Double) (i * 1e22));
  }

  private String spill(String name, List<TrackedModel> models) throws IOException {
    String path = folder.resolve(name).toString();
    ModelSpill.write(path, models);
    return path;
  }

  private static List<TrackedModel> merged(List<String> paths) throws IOException {
    List<TrackedModel> models = new ArrayList<>();
    ModelSpill.merge(paths, models::add);
    return models;
  }

  @Test
  void manyFilesComeTogetherInOrder() throws IOException {
    List<TrackedModel> models = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      models.add(model(i));
    }
    List<TrackedModel> shuffled = new ArrayList<>(models);
    Collections.shuffle(shuffled, new Random(1));
    List<String> paths = new ArrayList<>();
    for (int file = 0; file < 40; file++) {
      int from = Math.min(500, file * 13);
      paths.add(spill("spill-" + file, shuffled.subList(from, Math.min(500, from + 13))));
    }
    models.sort(Comparator.comparing(TrackedModel::name).thenComparing(TrackedModel::entityId));
    assertEquals(models, merged(paths));
    Collections.reverse(paths);
    assertEquals(models, merged(paths));
  }

  @Test
  void emptyFilesAndNoFilesGiveNothing() throws IOException {
    assertEquals(List.of(), merged(List.of()));
    assertEquals(List.of(), merged(List.of(spill("a", List.of()), spill("b", List.of()))));
    assertEquals(
        List.of(model(1)), merged(List.of(spill("c", List.of()), spill("d", List.of(model(1))))));
  }

  @Test
  void aFileThatIsNotThereIsAnError() throws IOException {
    List<String> paths = List.of(spill("a", List.of(model(1))), folder.resolve("b").toString());
    assertThrows(FileNotFoundException.class, () -> merged(paths));
  }
}
