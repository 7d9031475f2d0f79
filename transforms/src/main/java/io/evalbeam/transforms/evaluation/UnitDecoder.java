package io.evalbeam.transforms.evaluation;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Makes one object of equal bytes: hundreds of runs share few sets of instances, which then take
 * their memory once and compare at once. Keeps what it made for as long as it lives. Not
 * thread-safe.
 */
public final class UnitDecoder {
  private final Map<ByteBuffer, InstanceSet> instances = new HashMap<>();
  private final Map<ByteBuffer, QuestionTexts> texts = new HashMap<>();

  /**
   * Arrays that were asked for before: most rows share theirs, and hashing long ones takes time.
   */
  private final IdentityHashMap<byte[], InstanceSet> sameInstances = new IdentityHashMap<>();

  private final IdentityHashMap<byte[], QuestionTexts> sameTexts = new IdentityHashMap<>();

  /**
   * The instances behind the bytes of {@link InstanceSet#toBytes}, which must not change
   * afterwards.
   *
   * @throws IllegalArgumentException when they are not such bytes
   */
  public InstanceSet instances(byte[] unitKeys) {
    return sameInstances.computeIfAbsent(
        unitKeys,
        same ->
            instances.computeIfAbsent(
                ByteBuffer.wrap(unitKeys), wrapped -> InstanceSet.fromBytes(unitKeys)));
  }

  /**
   * The texts behind the bytes of {@link QuestionTexts#toBytes}, which must not change afterwards.
   *
   * @throws IllegalArgumentException when they are not such bytes
   */
  public QuestionTexts texts(byte[] unitTexts) {
    return sameTexts.computeIfAbsent(
        unitTexts,
        same ->
            texts.computeIfAbsent(
                ByteBuffer.wrap(unitTexts), wrapped -> QuestionTexts.fromBytes(unitTexts)));
  }
}
