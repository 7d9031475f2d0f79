package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.NameVocabulary.Attribute;
import io.evalbeam.schemas.tracking.Variant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects variant attributes in the order of the name. */
final class VariantBuilder {
  private final Map<Attribute, String> values = new EnumMap<>(Attribute.class);
  private @Nullable String snapshot;
  private @Nullable Long contextLength;

  /** Several values of one attribute are joined, as in {@code gptq_int4}. */
  void add(Attribute attribute, String value) {
    String before = values.get(attribute);
    if (before == null) {
      values.put(attribute, value);
    } else if (!("_" + before + "_").contains("_" + value + "_")) {
      values.put(attribute, before + "_" + value);
    }
  }

  /** The first date counts. */
  void snapshot(String iso) {
    if (snapshot == null) {
      snapshot = iso;
    }
  }

  /** Replaces the date in the name by the full one that an alias gives. */
  void snapshotOfAlias(String iso) {
    snapshot = iso;
  }

  /** The first context length counts. */
  void contextLength(long tokens) {
    if (contextLength == null) {
      contextLength = tokens;
    }
  }

  Variant build() {
    Variant variant =
        new Variant(
            snapshot,
            values.get(Attribute.TUNING),
            values.get(Attribute.MODE),
            values.get(Attribute.EFFORT),
            values.get(Attribute.QUANTIZATION),
            contextLength,
            values.get(Attribute.STAGE));
    return variant.equals(Variant.BASE) ? Variant.BASE : variant;
  }
}
