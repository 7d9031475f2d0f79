package io.evalbeam.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A project of HELM on a web server, with invented runs of MMLU, so that the release schemas of
 * lite, mmlu and classic know their main metric.
 */
public final class HelmProject {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUITE = "v1.0.0";

  private final ReleaseServer server;
  private final String name;

  /** A project without releases. */
  public HelmProject(ReleaseServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Address for {@code --input}. */
  public String address() {
    return server.address() + root();
  }

  /** Publishes a release with these runs, all of one suite, and nothing else. */
  public void publish(String release, HelmRunFixture... runs) {
    ObjectNode suites = JSON.createObjectNode();
    ArrayNode specifications = JSON.createArrayNode();
    for (HelmRunFixture run : runs) {
      Map<String, JsonNode> files = run.files();
      ObjectNode specification = (ObjectNode) Objects.requireNonNull(files.get("run_spec.json"));
      specification.putArray("groups").add("mmlu");
      specifications.add(specification);
      suites.put(run.name(), SUITE);
      files.forEach((file, content) -> server.putAt(file(run, file), content.toPrettyString()));
    }
    String folder = root() + "/releases/" + release;
    server.putAt(folder + "/runs_to_run_suites.json", suites.toPrettyString());
    server.putAt(folder + "/run_specs.json", specifications.toPrettyString());
    server.putAt(folder + "/summary.json", "{\"release\": \"" + release + "\"}");
  }

  /** Path of a run's file on the server. */
  public String file(HelmRunFixture run, String file) {
    String directory = URLEncoder.encode(run.name(), StandardCharsets.UTF_8);
    return root() + "/runs/" + SUITE + "/" + directory + "/" + file;
  }

  /** Path of a release's index on the server. */
  public String index(String release) {
    return root() + "/releases/" + release + "/runs_to_run_suites.json";
  }

  private String root() {
    return "/public/" + name + "/benchmark_output";
  }
}
