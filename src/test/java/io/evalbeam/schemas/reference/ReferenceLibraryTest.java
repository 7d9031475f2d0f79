package io.evalbeam.schemas.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLibraryTest {
  @Test
  void shippedDataIsValidAndSerializable() throws IOException, ClassNotFoundException {
    ReferenceLibrary library = ReferenceLibrary.load();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(library);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(library, in.readObject());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 SXM5 80GB, nvidia_h100_sxm",
    "Nvidia H100 80G, nvidia_h100_sxm",
    "NVIDIA GeForce GTX TITAN X, nvidia_gtx_titan_x",
    "NVIDIA Tesla V100S PCIe 32 GB, nvidia_v100s",
    "NVIDIA Tesla V100 PCIe 32 GB, nvidia_v100_pcie",
    "google tpu v5e, google_tpu_v5e",
    "Amazon Trainium1, amazon_trainium1",
    "AMD Instinct MI300X, amd_mi300x",
    "Cerebras CS-2, cerebras_cs2"
  })
  void findsChipsByTheWordsOfTheirAliases(String name, String id) {
    assertEquals(id, ReferenceLibrary.load().chips().find(name).orElseThrow().id());
  }

  @Test
  void unknownChipsAreNotGuessed() {
    assertTrue(ReferenceLibrary.load().chips().find("Phantasm X9").isEmpty());
    assertTrue(ReferenceLibrary.load().chips().find("").isEmpty());
  }

  @Test
  void replacementsServeInsteadOfTheShippedFile() {
    ReferenceLibrary library =
        ReferenceLibrary.load(
            Map.of(
                "specifications.yaml",
                "specifications: [{name: Inventum 3, parameters_total: 5e9, source: card}]"));
    assertEquals(1, library.specifications().specifications().size());
    assertEquals(5e9, library.specifications().find("INVENTUM-3").orElseThrow().parametersTotal());
  }

  @Test
  void everyProblemOfEveryFileIsListed() {
    InvalidConfigurationException problems =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                ReferenceLibrary.load(
                    Map.of(
                        "chips.yaml",
                        "chips: [{id: one, vendor: A, released: '2020-01', aliases: [], peaks: []},"
                            + " {id: one, vendor: '', released: '2020-01', aliases: [x],"
                            + " peaks: [{format: BF16, flop_per_second: -1, source: s}]}]",
                        "tokens.yaml",
                        "priors: []\n"
                            + "year_unknown: {from_year: 1, tokens: 1e9, sigma: 0.1, source: s}",
                        "prices.yaml",
                        "sigma: 0.4\nprices: []\nextra: 1",
                        "uncertainty.yaml",
                        "kinds: []",
                        "chip.yaml",
                        "chips: []")));
    String all = String.join("\n", problems.problems());
    for (String expected :
        List.of(
            "chip.yaml: not a reference file",
            "chips.yaml: chip one has no alias",
            "chips.yaml: chip one has no peak",
            "chips.yaml: chip one is listed twice",
            "chips.yaml: chip one: vendor is missing",
            "flop_per_second must be positive, not -1.0",
            "tokens.yaml: year_unknown: sigma must be at least 0.304",
            "prices.yaml:3",
            "uncertainty.yaml: COMBINED is missing")) {
      assertTrue(all.contains(expected), () -> expected + " not in\n" + all);
    }
  }

  @ParameterizedTest
  @CsvSource({"2017, 1e9", "2020, 3e11", "2024, 8e12", "2031, 1.6e13"})
  void tokenPriorOfTheYear(int year, double tokens) {
    assertEquals(tokens, ReferenceLibrary.load().tokens().forYear(year).tokens());
  }
}
