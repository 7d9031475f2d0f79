package io.evalbeam.io.models;

import com.fasterxml.jackson.core.JsonGenerator;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingOutput;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.tracking.json.ModelJson;
import io.evalbeam.schemas.tracking.json.ModelJsonWriter;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a model file of any length. The metadata in front state the number of models, so the list
 * waits on the worker's own disk until the last model is known.
 */
public final class ModelFileWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final String OPENING = "{\n";
  private static final String CLOSING = "\n}";

  private final ModelJsonWriter json;
  private final String staging;
  private final Path listFile;
  private final JsonGenerator list;
  private int models;

  /**
   * Opens a writer.
   *
   * @param vocabulary names of methods, classes and times
   * @param staging directory for unpublished files
   */
  public ModelFileWriter(ModelVocabulary vocabulary, String staging) throws IOException {
    this.json = new ModelJsonWriter(vocabulary);
    this.staging = staging;
    this.listFile = Files.createTempFile("evalbeam-models", ".json");
    this.list =
        ModelJsonWriter.newGenerator(
            new BufferedOutputStream(Files.newOutputStream(listFile), BUFFER));
    list.writeStartObject();
    list.writeArrayFieldStart("models");
  }

  /** Adds a model; the file keeps the order of the calls. */
  public void write(ModelJson model) throws IOException {
    json.write(list, model);
    models++;
  }

  /**
   * Completes the file.
   *
   * @param target path relative to the output directory
   * @param table what the rows are, for the manifest
   * @param header source, stage and time for the file's metadata
   */
  public StagedFile finish(String target, String table, Header header) throws IOException {
    list.writeEndArray();
    list.writeEndObject();
    list.close();
    String staged = BeamFiles.join(staging, UUID.randomUUID() + ".json");
    HashingOutput out =
        new HashingOutput(new BufferedOutputStream(BeamFiles.create(staged), BUFFER));
    try (out;
        InputStream in = new BufferedInputStream(Files.newInputStream(listFile), BUFFER)) {
      out.write(metadata(header));
      in.skipNBytes(OPENING.length());
      in.transferTo(out);
    }
    return new StagedFile(staged, target, table, models, out.bytes(), out.sha256());
  }

  /** The beginning of the file, up to where the list file goes on behind its own opening. */
  private byte[] metadata(Header header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = ModelJsonWriter.newGenerator(bytes)) {
      generator.writeStartObject();
      json.writeMetadata(generator, header.source(), header.stage(), header.savedAt(), models);
      generator.writeEndObject();
    }
    String object = bytes.toString(StandardCharsets.UTF_8);
    String open = object.substring(0, object.length() - CLOSING.length());
    return (open + ",\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    list.close();
    Files.deleteIfExists(listFile);
  }

  /**
   * Metadata of a model file.
   *
   * @param source source name, or {@code consolidated_estimated}
   * @param stage {@code scraped} or {@code estimated}
   * @param savedAt ISO date-time with Z
   */
  public record Header(String source, String stage, String savedAt) {}
}
