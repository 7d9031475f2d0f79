package io.evalbeam.pipelines.run;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PValue;

/**
 * What a job takes of Flink's network memory, from the shape of its pipeline.
 *
 * <p>Flink gives a pool of buffers to every result of a task, and fails the job when the pools of
 * the tasks that run at once do not fit (its {@code NettyShuffleUtils}). A step whose result
 * several steps read keeps each reader's share until they start, in a pool of a fixed size. A
 * shuffle takes one buffer a receiver and one more for what is sent, two a sender and one more for
 * what arrives.
 *
 * @param readers most shares that one step keeps
 * @param shuffles groupings and side inputs
 */
record NetworkBuffers(int readers, int shuffles) {

  /** The need of a pipeline that was not run yet. */
  static NetworkBuffers of(Pipeline pipeline) {
    Shape shape = new Shape();
    pipeline.traverseTopologically(shape);
    return new NetworkBuffers(shape.mostReaders(), shape.shuffles);
  }

  /**
   * Buffers that one TaskManager must have.
   *
   * @param slots of the TaskManager that the job may use
   * @param parallelism tasks of a step
   * @param kept buffers of a kept share, Flink's {@code
   *     taskmanager.network.sort-shuffle.min-buffers}
   */
  long ofTaskManager(int slots, int parallelism, int kept) {
    long shuffle = 3L * parallelism + 2;
    // The widest step is fed by one shuffle; the last ones run together, after all that is kept.
    return slots * Math.max((long) readers * kept + shuffle, shuffles * shuffle);
  }

  /** Counts; a value is read by a step once however many workers it has. */
  private static final class Shape extends Pipeline.PipelineVisitor.Defaults {
    private final Map<PValue, Integer> readers = new HashMap<>();
    private int mostOutputs;
    private int shuffles;

    @Override
    public void visitPrimitiveTransform(TransformHierarchy.Node node) {
      PTransform<?, ?> transform = node.getTransform();
      if (transform instanceof GroupByKey || transform instanceof View.CreatePCollectionView) {
        shuffles++;
      }
      if (node.getOutputs().size() > 1) {
        mostOutputs = Math.max(mostOutputs, node.getOutputs().size());
      }
      node.getInputs().values().forEach(input -> readers.merge(input, 1, Integer::sum));
    }

    int mostReaders() {
      int most = readers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return Math.max(mostOutputs, most > 1 ? most : 0);
    }
  }
}
