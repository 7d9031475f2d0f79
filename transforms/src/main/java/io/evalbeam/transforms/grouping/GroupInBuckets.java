package io.evalbeam.transforms.grouping;

import io.evalbeam.schemas.table.Buckets;
import io.evalbeam.schemas.table.PackedRows;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Brings elements with equal keys together when keys can be many: into one of a fixed number of
 * buckets, as encoded chunks. Every bucket comes out, also one without elements; {@link Bucket}
 * sorts its elements into groups.
 *
 * @param <T> element type
 */
public final class GroupInBuckets<T>
    extends PTransform<PCollection<T>, PCollection<KV<Integer, Iterable<byte[]>>>> {
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
  public PCollection<KV<Integer, Iterable<byte[]>>> expand(PCollection<T> input) {
    Coder<KV<Integer, byte[]>> coder = KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
    PCollection<KV<Integer, byte[]>> chunks =
        input.apply("Pack", ParDo.of(new Pack<>(key, input.getCoder(), buckets))).setCoder(coder);
    PCollection<KV<Integer, byte[]>> everyBucket =
        input
            .getPipeline()
            .apply(
                "EveryBucket",
                Create.of(
                        IntStream.range(0, buckets)
                            .mapToObj(bucket -> KV.of(bucket, new byte[0]))
                            .toList())
                    .withCoder(coder));
    return PCollectionList.of(chunks)
        .and(everyBucket)
        .apply("WithEmptyBuckets", Flatten.pCollections())
        .apply("GroupBuckets", GroupByKey.create());
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
    public void process(@Element T element, OutputReceiver<KV<Integer, byte[]>> out) {
      int bucket = Buckets.of(key.apply(element), buckets);
      ByteArrayOutputStream chunk =
          chunks.computeIfAbsent(bucket, b -> new ByteArrayOutputStream());
      PackedRows.append(coder, element, chunk);
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
}
