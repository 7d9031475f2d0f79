package io.evalbeam.schemas.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Beam schemas for Java records. Components become columns in snake_case; {@code @Nullable} decides
 * nullability, {@code @SchemaFieldDescription} the documentation. Nested records, enums and lists
 * are supported; maps are not used because their coder forgets the order of entries.
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

  /** Method handles of one record type, resolved once per class and never serialized. */
  private record Handles(List<MethodHandle> accessors, MethodHandle constructor) {
    private static final ClassValue<Handles> CACHE =
        new ClassValue<>() {
          @Override
          protected Handles computeValue(Class<?> record) {
            return resolve(record);
          }
        };

    static Handles of(Class<?> record) {
      return CACHE.get(record);
    }

    private static Handles resolve(Class<?> record) {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      RecordComponent[] components = record.getRecordComponents();
      MethodHandle[] accessors = new MethodHandle[components.length];
      Class<?>[] types = new Class<?>[components.length];
      try {
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class));
        }
        MethodHandle constructor =
            lookup
                .unreflectConstructor(record.getDeclaredConstructor(types))
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
        return new Handles(List.of(accessors), constructor);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            record.getName() + " must be a public record with a public canonical constructor", e);
      }
    }
  }

  private record ComponentGetter<T>(Class<? super T> record, int index, String name)
      implements FieldValueGetter<T, Object> {
    @Override
    public Object get(T object) {
      try {
        return Handles.of(record).accessors().get(index).invokeExact((Object) object);
      } catch (Error | RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("accessor " + name + " failed", e);
      }
    }
  }

  /** Not a record itself: an array component would make equals and hashCode wrong. */
  private static final class RecordCreator implements SchemaUserTypeCreator {
    private final Class<?> record;
    private final int[] order;

    RecordCreator(Class<?> record, int[] order) {
      this.record = record;
      this.order = order;
    }

    @Override
    public Object create(Object... values) {
      Object[] arguments = new Object[order.length];
      Arrays.setAll(arguments, i -> null);
      for (int i = 0; i < order.length; i++) {
        arguments[order[i]] = values[i];
      }
      try {
        return Handles.of(record).constructor().invokeExact(arguments);
      } catch (Error | RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("constructor of " + record.getName() + " failed", e);
      }
    }
  }
}
