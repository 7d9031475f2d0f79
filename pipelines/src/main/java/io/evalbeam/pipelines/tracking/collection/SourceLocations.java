package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.io.source.SourceDescription;

/** Makes locations of a sources file independent of the working directory. */
final class SourceLocations {
  private SourceLocations() {}

  /** The same source, a relative location resolved against the folder of the sources file. */
  static SourceDescription resolve(SourceDescription source, String sourcesFile) {
    String location = source.location();
    if (location.contains("://") || location.startsWith("/")) {
      return source;
    }
    int slash = sourcesFile.lastIndexOf('/');
    return slash < 0 ? source : source.at(sourcesFile.substring(0, slash + 1) + location);
  }
}
