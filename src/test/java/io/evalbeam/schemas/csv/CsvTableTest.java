package io.evalbeam.schemas.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private static final CsvTable TABLE =
      new CsvTable(List.of("model", "notes"), List.of(List.of("owl", ""), List.of("elk")));

  @Test
  void findsCellsByColumnName() {
    assertEquals(1, TABLE.column("notes"));
    assertEquals("owl", TABLE.cell(0, "model"));
    assertEquals("", TABLE.cell(0, "notes"));
  }

  @Test
  void hasNoCellBeyondTheTable() {
    assertEquals(-1, TABLE.column("Model"));
    assertNull(TABLE.cell(0, "Model"));
    assertNull(TABLE.cell(1, "notes"));
    assertThrows(IndexOutOfBoundsException.class, () -> TABLE.cell(2, "model"));
  }

  @Test
  void doesNotFollowChangesOfItsSource() {
    List<String> cells = new ArrayList<>(List.of("owl"));
    List<List<String>> rows = new ArrayList<>(List.of(cells));
    CsvTable table = new CsvTable(List.of("model"), rows);
    cells.set(0, "elk");
    rows.clear();
    assertEquals(List.of(List.of("owl")), table.rows());
  }
}
