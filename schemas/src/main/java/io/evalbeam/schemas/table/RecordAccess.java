package io.evalbeam.schemas.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and creates records of one type through method handles, resolved once per class. */
public final class RecordAccess {
  private static final ClassValue<RecordAccess> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordAccess computeValue(Class<?> record) {
          return new RecordAccess(record);
        }
      };

  private final Class<?> record;
  private final MethodHandle[] accessors;
  private final MethodHandle constructor;
  private final List<List<Object>> enumConstants = new ArrayList<>();

  private RecordAccess(Class<?> record) {
    this.record = record;
    RecordComponent[] components = record.getRecordComponents();
    this.accessors = new MethodHandle[components.length];
    Class<?>[] types = new Class<?>[components.length];
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object[] constants = elementType(components[i]).getEnumConstants();
        enumConstants.add(constants == null ? List.of() : List.of(constants));
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
      }
      this.constructor =
          lookup
              .unreflectConstructor(record.getDeclaredConstructor(types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          record.getName() + " must be a public record with a public canonical constructor", e);
    }
  }

  /** Access to a record type. */
  public static RecordAccess of(Class<?> record) {
    return CACHE.get(record);
  }

  /** Value of the i-th component. */
  public @Nullable Object get(Object object, int index) {
    try {
      return accessors[index].invokeExact(object);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor of " + record.getName() + " failed", e);
    }
  }

  /** A record from the values of its components, in order of declaration. */
  public Object create(@Nullable Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("constructor of " + record.getName() + " failed", e);
    }
  }

  /** Constants by ordinal when the i-th component is an enum or a list of enums, else empty. */
  List<Object> enumConstants(int index) {
    return enumConstants.get(index);
  }

  private static Class<?> elementType(RecordComponent component) {
    Type generic = component.getGenericType();
    if (generic instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element) {
      return element;
    }
    return component.getType();
  }
}
