package io.evalbeam.io.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evalbeam.io.files.Hashes;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * Fetched pages on any Beam file system. Bodies lie under {@code raw/sha256/{hash}} and are never
 * changed; {@code raw/fetches/{hash of the URL}/{time}.json} says what was fetched when. A file
 * appears under its name only when it is complete.
 */
public final class SnapshotStore implements Serializable {
  /** Sorts as text in the order of time. */
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final String directory;

  /**
   * A store.
   *
   * @param directory below which {@code raw/} lies
   */
  public SnapshotStore(String directory) {
    this.directory = directory.endsWith("/") ? directory : directory + "/";
  }

  /**
   * An empty local file for a body that is still arriving: on the store's own disk if it has one,
   * so that a body need not be copied.
   */
  Path unfinishedBody() throws IOException {
    return isLocal()
        ? Files.createFile(
            Files.createDirectories(unfinished()).resolve(UUID.randomUUID() + ".body"))
        : Files.createTempFile("evalbeam-fetch", ".body");
  }

  /** Folder of a local store for what is not complete; whatever lies in it may be deleted. */
  public Path unfinished() {
    return Path.of(directory).resolve("raw/unfinished");
  }

  /** The body of a fetch in a local store. It is shared by all fetches that brought it. */
  public Path localBody(FetchRecord fetch) {
    return localBody(fetch.sha256());
  }

  private Path localBody(String sha256) {
    return Path.of(directory).resolve("raw/sha256").resolve(sha256);
  }

  private boolean isLocal() {
    return !directory.contains("://");
  }

  /** Stores a body under its hash unless it is already there; a local store takes the file over. */
  public void putBody(Path body, String sha256) throws IOException {
    ResourceId target = file("raw/sha256/" + sha256);
    if (exists(target)) {
      return;
    }
    if (isLocal()) {
      Path stored = localBody(sha256);
      Files.createDirectories(stored.getParent());
      Files.move(body, stored, StandardCopyOption.ATOMIC_MOVE);
    } else {
      try (InputStream in = Files.newInputStream(body)) {
        write(target, in, MimeTypes.BINARY);
      }
    }
  }

  /** Stores what was fetched; a fetch of the same URL at the same time is replaced. */
  public void putFetch(String url, Instant time, FetchRecord fetch) throws IOException {
    byte[] json = JSON.writeValueAsBytes(fetch);
    try (InputStream in = new ByteArrayInputStream(json)) {
      write(file(fetches(url) + FILE_TIME.format(time) + ".json"), in, MimeTypes.TEXT);
    }
  }

  /** The fetch of a URL at a time. */
  public Optional<FetchRecord> fetchAt(String url, Instant time) throws IOException {
    ResourceId file = file(fetches(url) + FILE_TIME.format(time) + ".json");
    return exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** The last fetch of a URL that is not later than a time. */
  public Optional<FetchRecord> latest(String url, Instant time) throws IOException {
    String last = FILE_TIME.format(time) + ".json";
    Optional<ResourceId> file =
        files(directory + fetches(url) + "*.json").stream()
            .filter(candidate -> name(candidate).compareTo(last) <= 0)
            .max((a, b) -> name(a).compareTo(name(b)));
    return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
  }

  /** The bytes of a fetch. */
  public InputStream openBody(FetchRecord fetch) throws IOException {
    return Channels.newInputStream(FileSystems.open(file("raw/sha256/" + fetch.sha256())));
  }

  /** Whether the body of a fetch is in the store. */
  public boolean hasBody(FetchRecord fetch) throws IOException {
    return exists(file("raw/sha256/" + fetch.sha256()));
  }

  private static FetchRecord read(ResourceId file) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
      return JSON.readValue(in, FetchRecord.class);
    } catch (JsonProcessingException e) {
      throw new FetchException("The index file " + file + " is damaged.", e);
    }
  }

  private static void write(ResourceId target, InputStream in, String mimeType) throws IOException {
    ResourceId unfinished =
        target
            .getCurrentDirectory()
            .resolve(
                target.getFilename() + "." + UUID.randomUUID() + ".unfinished",
                StandardResolveOptions.RESOLVE_FILE);
    try (OutputStream out = Channels.newOutputStream(FileSystems.create(unfinished, mimeType))) {
      in.transferTo(out);
    }
    FileSystems.rename(
        List.of(unfinished), List.of(target), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private ResourceId file(String relative) {
    return FileSystems.matchNewResource(directory + relative, false);
  }

  private static String fetches(String url) {
    return "raw/fetches/" + Hashes.ofText(url) + "/";
  }

  private static boolean exists(ResourceId file) throws IOException {
    return !files(file.toString()).isEmpty();
  }

  private static List<ResourceId> files(String pattern) throws IOException {
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
          .map(MatchResult.Metadata::resourceId)
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  private static String name(ResourceId file) {
    return String.valueOf(file.getFilename());
  }
}
