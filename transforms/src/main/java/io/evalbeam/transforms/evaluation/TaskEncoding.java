package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes of a {@link TaskState}: the different sets of instances and of texts once each in the order
 * of their first use, then runs by model and precedence, then pairs.
 */
final class TaskEncoding {
  private static final int VERSION = 1;

  private final Map<InstanceSet, Integer> instances = new LinkedHashMap<>();
  private final Map<QuestionTexts, Integer> texts = new LinkedHashMap<>();
  private final ByteWriter body = new ByteWriter();

  private TaskEncoding() {}

  static byte[] encode(List<ModelUnits> models, PairSums[] pairs) {
    TaskEncoding encoding = new TaskEncoding();
    encoding.body.putNumber(models.size());
    models.forEach(encoding::putModel);
    for (PairSums pair : pairs) {
      pair.write(encoding.body);
    }
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    out.putNumber(encoding.instances.size());
    encoding.instances.keySet().forEach(set -> out.putBlob(set.toBytes()));
    out.putNumber(encoding.texts.size());
    encoding.texts.keySet().forEach(hashes -> out.putBlob(hashes.toBytes()));
    out.putBlob(encoding.body.toBytes());
    return out.toBytes();
  }

  static TaskState decode(byte[] bytes, UnitDecoder decoder) {
    ByteReader in = new ByteReader(bytes);
    ByteReader.check(in.readByte() == VERSION, "unknown version of a task's state");
    List<InstanceSet> instances = new ArrayList<>();
    for (int i = in.readCount(); i > 0; i--) {
      instances.add(decoder.instances(in.readBlob()));
    }
    List<QuestionTexts> texts = new ArrayList<>();
    for (int i = in.readCount(); i > 0; i--) {
      texts.add(decoder.texts(in.readBlob()));
    }
    ByteReader body = new ByteReader(in.readBlob());
    in.end();
    List<ModelUnits> models = new ArrayList<>();
    for (int i = body.readCount(); i > 0; i--) {
      ModelUnits model = readModel(body, instances, texts);
      ByteReader.check(
          models.isEmpty()
              || models.get(models.size() - 1).modelId().compareTo(model.modelId()) < 0,
          "models are out of order");
      models.add(model);
    }
    body.need((long) models.size() * (models.size() - 1) / 2);
    PairSums[] pairs = new PairSums[TaskState.pairCount(models.size())];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = PairSums.read(body);
    }
    body.end();
    return new TaskState(List.copyOf(models), pairs);
  }

  private void putModel(ModelUnits model) {
    body.putText(model.modelId());
    body.putNumber(model.contributions().size());
    for (Contribution contribution : model.contributions()) {
      body.putText(contribution.run().runName());
      body.putText(contribution.run().runHash());
      body.putNumber(contribution.conditions().size());
      contribution.conditions().forEach(this::putCondition);
    }
  }

  private void putCondition(ConditionUnits condition) {
    String perturbation = condition.perturbation();
    body.putByte(
        (perturbation == null ? 0 : 1)
            | (condition.robustness() ? 2 : 0)
            | (condition.fairness() ? 4 : 0));
    if (perturbation != null) {
      body.putText(perturbation);
    }
    UnitVector units = condition.units();
    body.putNumber(instances.computeIfAbsent(units.instances(), set -> instances.size()));
    body.putNumber(texts.computeIfAbsent(units.texts(), hashes -> texts.size()));
    body.putBlob(units.units());
  }

  private static ModelUnits readModel(
      ByteReader in, List<InstanceSet> instances, List<QuestionTexts> texts) {
    String modelId = in.readText();
    List<Contribution> contributions = new ArrayList<>();
    for (int i = in.readCount(); i > 0; i--) {
      RunKey run = new RunKey(modelId, in.readText(), in.readText());
      List<ConditionUnits> conditions = new ArrayList<>();
      for (int j = in.readCount(); j > 0; j--) {
        conditions.add(readCondition(in, instances, texts));
      }
      ByteReader.check(
          contributions.isEmpty()
              || contributions.get(contributions.size() - 1).run().compareTo(run) > 0,
          "runs of a model are out of order");
      contributions.add(new Contribution(run, conditions));
    }
    ByteReader.check(!contributions.isEmpty(), "a model has no runs");
    return ModelUnits.of(contributions);
  }

  private static ConditionUnits readCondition(
      ByteReader in, List<InstanceSet> instances, List<QuestionTexts> texts) {
    int flags = in.readByte();
    ByteReader.check(flags < 8, "unknown flags of a condition");
    String perturbation = (flags & 1) == 0 ? null : in.readText();
    InstanceSet set = instances.get(in.readNumber(instances.size() - 1));
    QuestionTexts hashes = texts.get(in.readNumber(texts.size() - 1));
    UnitScores scores = UnitScores.fromBytes(in.readBlob(), set.size());
    return new ConditionUnits(
        perturbation, (flags & 2) != 0, (flags & 4) != 0, new UnitVector(set, scores, hashes));
  }
}
