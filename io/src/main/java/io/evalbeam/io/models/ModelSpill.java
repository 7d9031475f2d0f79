package io.evalbeam.io.models;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.coders.Coder;

/** Sorted models in files of their own, merged as streams: an external sort by name. */
public final class ModelSpill {
  private static final Comparator<TrackedModel> ORDER =
      Comparator.comparing(TrackedModel::name).thenComparing(TrackedModel::entityId);
  private static final Coder<TrackedModel> CODER = RecordCoders.of(TrackedModel.class);
  private static final int BUFFER = 1 << 16;
  private static final int MORE = 1;

  /** Takes models in order. */
  @FunctionalInterface
  public interface Sink {
    void accept(TrackedModel model) throws IOException;
  }

  private ModelSpill() {}

  /** Writes models, given in any order, sorted by name and identifier. */
  public static void write(String path, List<TrackedModel> models) throws IOException {
    List<TrackedModel> sorted = new ArrayList<>(models);
    sorted.sort(ORDER);
    try (OutputStream out = new BufferedOutputStream(BeamFiles.create(path), BUFFER)) {
      for (TrackedModel model : sorted) {
        out.write(MORE);
        CODER.encode(model, out);
      }
    }
  }

  /** Hands the models of all files on in order; holds one model a file. */
  public static void merge(List<String> paths, Sink sink) throws IOException {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(c -> c.model, ORDER));
    List<InputStream> open = new ArrayList<>();
    try {
      for (String path : paths) {
        InputStream in = new BufferedInputStream(BeamFiles.open(path), BUFFER);
        open.add(in);
        if (in.read() == MORE) {
          cursors.add(new Cursor(in, CODER.decode(in)));
        }
      }
      while (!cursors.isEmpty()) {
        Cursor next = cursors.remove();
        sink.accept(next.model);
        if (next.in.read() == MORE) {
          next.model = CODER.decode(next.in);
          cursors.add(next);
        }
      }
    } finally {
      for (InputStream in : open) {
        in.close();
      }
    }
  }

  /** The next model of one file. */
  private static final class Cursor {
    private final InputStream in;
    private TrackedModel model;

    Cursor(InputStream in, TrackedModel model) {
      this.in = in;
      this.model = model;
    }
  }
}
