package io.evalbeam.io.evaluation.helm.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.http.FetchException;
import java.io.IOException;
import java.io.InputStream;

/** The list of HELM's projects: an array of objects with id and releases, newest first. */
final class ProjectReleases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProjectReleases() {}

  /**
   * The newest release of a project.
   *
   * @throws FetchException when the list does not say
   */
  static String newest(InputStream list, String project) throws IOException {
    JsonNode projects;
    try {
      projects = JSON.readTree(list);
    } catch (JsonProcessingException e) {
      throw new FetchException("The list of HELM's projects is no JSON.", e);
    }
    for (JsonNode entry : projects) {
      JsonNode releases = entry.path("releases");
      if (entry.path("id").asText().equals(project) && releases.path(0).isTextual()) {
        return releases.get(0).asText();
      }
    }
    throw new FetchException("The list of HELM's projects names no release of " + project + ".");
  }
}
