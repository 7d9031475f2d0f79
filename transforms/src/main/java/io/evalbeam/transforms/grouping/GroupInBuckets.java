package io.evalbeam.transforms.grouping;

import io.evalbeam.schemas.table.Buckets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups elements by a text key when keys can be many: what {@code GroupByKey} would give, but the
 * runner sees a fixed number of buckets and encoded chunks instead of one key a group and one
 * element a row. The order of the elements of a group is not defined; the groups of a bucket come
 * out in key order.
 *
 * @param <T> element type
 */
public final class GroupInBuckets<T>
    extends PTransform<PCollection<T>, PCollection<KV<String, List<T>>>> {
  private static final int CHUNK_BYTES = 1 << 18;

  private final SerializableFunction<T, String> key;
  private final int buckets;

  private GroupInBuckets(SerializableFunction<T, String> key, int buckets) {
    this.key = key;
    this.buckets = buckets;
  }

  /**
   * Groups by a key.
   *
   * @param buckets number of buckets; the largest must fit a worker's memory
   */
  public static <T> GroupInBuckets<T> by(SerializableFunction<T, String> key, int buckets) {
    return new GroupInBuckets<>(key, buckets);
  }

  @Override
  public PCollection<KV<String, List<T>>> expand(PCollection<T> input) {
    Coder<T> coder = input.getCoder();
    return input
        .apply("Pack", ParDo.of(new Pack<>(key, coder, buckets)))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("GroupBuckets", GroupByKey.create())
        .apply("Unpack", ParDo.of(new Unpack<>(key, coder)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), ListCoder.of(coder)));
  }

  /** Encodes the elements of a bundle into chunks, one sequence of chunks a bucket. */
  private static final class Pack<T> extends DoFn<T, KV<Integer, byte[]>> {
    private final SerializableFunction<T, String> key;
    private final Coder<T> coder;
    private final int buckets;
    private transient Map<Integer, ByteArrayOutputStream> chunks;

    @SuppressWarnings("NullAway.Init") // chunks live from StartBundle to FinishBundle
    Pack(SerializableFunction<T, String> key, Coder<T> coder, int buckets) {
      this.key = key;
      this.coder = coder;
      this.buckets = buckets;
    }

    @StartBundle
    public void start() {
      chunks = new TreeMap<>();
    }

    @ProcessElement
    public void process(@Element T element, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      int bucket = Buckets.of(key.apply(element), buckets);
      ByteArrayOutputStream chunk =
          chunks.computeIfAbsent(bucket, b -> new ByteArrayOutputStream());
      coder.encode(element, chunk);
      if (chunk.size() >= CHUNK_BYTES) {
        out.output(KV.of(bucket, chunk.toByteArray()));
        chunk.reset();
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      chunks.forEach(
          (bucket, chunk) -> {
            if (chunk.size() > 0) {
              context.output(
                  KV.of(bucket, chunk.toByteArray()),
                  BoundedWindow.TIMESTAMP_MIN_VALUE,
                  GlobalWindow.INSTANCE);
            }
          });
    }
  }

  private static final class Unpack<T>
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<String, List<T>>> {
    private final SerializableFunction<T, String> key;
    private final Coder<T> coder;

    Unpack(SerializableFunction<T, String> key, Coder<T> coder) {
      this.key = key;
      this.coder = coder;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<KV<String, List<T>>> out) {
      Map<String, List<T>> groups = new TreeMap<>();
      for (byte[] chunk : bucket.getValue()) {
        decode(chunk)
            .forEach(e -> groups.computeIfAbsent(key.apply(e), k -> new ArrayList<>()).add(e));
      }
      groups.forEach((name, elements) -> out.output(KV.of(name, elements)));
    }

    private List<T> decode(byte[] chunk) {
      ByteArrayInputStream in = new ByteArrayInputStream(chunk);
      List<T> elements = new ArrayList<>();
      try {
        while (in.available() > 0) {
          elements.add(coder.decode(in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("a chunk written by this job cannot be decoded", e);
      }
      return elements;
    }
  }
}
