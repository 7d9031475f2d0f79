package io.evalbeam.schemas.table;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.schemas.FieldValueGetter;
import org.apache.beam.sdk.schemas.FieldValueTypeInformation;
import org.apache.beam.sdk.schemas.GetterBasedSchemaProviderV2;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaUserTypeCreator;
import org.apache.beam.sdk.schemas.utils.FieldValueTypeSupplier;
import org.apache.beam.sdk.schemas.utils.StaticSchemaInference;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Beam schemas for Java records. Components become columns in snake_case; {@code @Nullable} decides
 * nullability, {@code @SchemaFieldDescription} the documentation. Nested records, enums, lists and
 * byte arrays are supported; maps are not used because their coder forgets the order of entries.
 */
public final class RecordSchemaProvider extends GetterBasedSchemaProviderV2 {

  @Override
  public <T> Schema schemaFor(TypeDescriptor<T> type) {
    return StaticSchemaInference.schemaFromClass(type, new Components());
  }

  @Override
  public <T> List<FieldValueGetter<T, Object>> fieldValueGetters(
      TypeDescriptor<T> type, Schema schema) {
    List<FieldValueGetter<T, Object>> getters = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      int index = componentIndex(type.getRawType(), field.getName());
      getters.add(new ComponentGetter<>(type.getRawType(), index, field.getName()));
    }
    return getters;
  }

  @Override
  public List<FieldValueTypeInformation> fieldValueTypeInformations(
      TypeDescriptor<?> type, Schema schema) {
    return StaticSchemaInference.sortBySchema(new Components().get(type), schema);
  }

  @Override
  public SchemaUserTypeCreator schemaTypeCreator(TypeDescriptor<?> type, Schema schema) {
    Class<?> record = type.getRawType();
    int[] order =
        schema.getFields().stream().mapToInt(f -> componentIndex(record, f.getName())).toArray();
    return new RecordCreator(record, order);
  }

  /** Column name of a record component: {@code rawName} becomes {@code raw_name}. */
  static String columnName(String component) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString();
  }

  private static int componentIndex(Class<?> record, String column) {
    RecordComponent[] components = record.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (columnName(components[i].getName()).equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "%s has no component for column %s", record.getName(), column));
  }

  /** Describes the components of a record through their backing fields. */
  private static final class Components implements FieldValueTypeSupplier {
    @Override
    public List<FieldValueTypeInformation> get(TypeDescriptor<?> type) {
      Class<?> record = type.getRawType();
      if (!record.isRecord()) {
        throw new IllegalArgumentException(record.getName() + " is not a record");
      }
      List<FieldValueTypeInformation> fields = new ArrayList<>();
      RecordComponent[] components = record.getRecordComponents();
      for (int i = 0; i < components.length; i++) {
        String name = components[i].getName();
        try {
          fields.add(
              FieldValueTypeInformation.forField(type, record.getDeclaredField(name), i)
                  .withName(columnName(name)));
        } catch (NoSuchFieldException e) {
          throw new LinkageError("record without a field for component " + name, e);
        }
      }
      return fields;
    }
  }

  /** Reads one component; enum constants leave as ordinals, the base type of Beam's enumeration. */
  private record ComponentGetter<T>(Class<? super T> record, int index, String name)
      implements FieldValueGetter<T, Object> {
    @Override
    @SuppressWarnings("EnumOrdinal") // Beam's enumeration type is stored as the ordinal
    public @Nullable Object get(T object) {
      RecordAccess access = RecordAccess.of(record);
      Object value = access.get(object, index);
      if (value == null || access.enumConstants(index).isEmpty()) {
        return value;
      }
      return value instanceof List<?> list
          ? list.stream().map(constant -> ((Enum<?>) constant).ordinal()).toList()
          : ((Enum<?>) value).ordinal();
    }
  }

  /** Calls the canonical constructor; the inverse of {@link ComponentGetter}. */
  private static final class RecordCreator implements SchemaUserTypeCreator {
    private final Class<?> record;
    private final int[] order;

    RecordCreator(Class<?> record, int[] order) {
      this.record = record;
      this.order = order;
    }

    @Override
    public Object create(Object... values) {
      RecordAccess access = RecordAccess.of(record);
      @Nullable Object[] arguments = new @Nullable Object[order.length];
      for (int i = 0; i < order.length; i++) {
        arguments[order[i]] = fromBase(access.enumConstants(order[i]), values[i]);
      }
      return access.create(arguments);
    }

    private static @Nullable Object fromBase(List<Object> enumConstants, @Nullable Object value) {
      if (enumConstants.isEmpty() || value == null) {
        return value;
      }
      if (value instanceof Iterable<?> ordinals) {
        List<Object> constants = new ArrayList<>();
        ordinals.forEach(ordinal -> constants.add(enumConstants.get((Integer) ordinal)));
        return constants;
      }
      return enumConstants.get((Integer) value);
    }
  }
}
