package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.options.WorkerPath;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** The options of an options interface, read from its getters. */
final class OptionCatalogue {

  /** One option: its name, Java type and what its annotations say. */
  record Option(
      String name,
      Class<?> type,
      boolean multiple,
      String description,
      String defaultText,
      boolean required,
      boolean workerPath,
      Class<?> declaredIn) {}

  private OptionCatalogue() {}

  /** Options by name of an interface and all it extends. */
  static Map<String, Option> of(Class<? extends PipelineOptions> type) {
    Map<String, Option> options = new TreeMap<>();
    for (Method method : type.getMethods()) {
      String name = propertyName(method);
      if (!name.isEmpty()) {
        options.put(name, option(name, method));
      }
    }
    return options;
  }

  /** Options that Evalbeam itself declares, the command's own before the common ones. */
  static List<Option> ownOptions(Class<? extends PipelineOptions> type) {
    List<Option> own = new ArrayList<>();
    for (Option option : of(type).values()) {
      if (option.declaredIn().getName().startsWith("io.evalbeam")) {
        own.add(option);
      }
    }
    own.sort(
        Comparator.comparing((Option option) -> !option.required())
            .thenComparing(option -> option.declaredIn() != type)
            .thenComparing(Option::name));
    return own;
  }

  private static String propertyName(Method method) {
    if (method.getParameterCount() != 0 || method.isAnnotationPresent(Hidden.class)) {
      return "";
    }
    String name = method.getName();
    if (name.startsWith("get") && name.length() > 3) {
      return name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
    }
    if (name.startsWith("is") && name.length() > 2) {
      return name.substring(2, 3).toLowerCase(Locale.ROOT) + name.substring(3);
    }
    return "";
  }

  private static Option option(String name, Method getter) {
    Description description = getter.getAnnotation(Description.class);
    boolean multiple = List.class.isAssignableFrom(getter.getReturnType());
    return new Option(
        name,
        getter.getReturnType(),
        multiple,
        description == null ? "" : description.value(),
        defaultText(getter),
        getter.isAnnotationPresent(Validation.Required.class),
        getter.isAnnotationPresent(WorkerPath.class),
        getter.getDeclaringClass());
  }

  private static String defaultText(Method getter) {
    if (getter.isAnnotationPresent(Default.String.class)) {
      return getter.getAnnotation(Default.String.class).value();
    }
    if (getter.isAnnotationPresent(Default.Integer.class)) {
      return Integer.toString(getter.getAnnotation(Default.Integer.class).value());
    }
    if (getter.isAnnotationPresent(Default.Long.class)) {
      return Long.toString(getter.getAnnotation(Default.Long.class).value());
    }
    if (getter.isAnnotationPresent(Default.Double.class)) {
      return Double.toString(getter.getAnnotation(Default.Double.class).value());
    }
    if (getter.isAnnotationPresent(Default.Boolean.class)) {
      return Boolean.toString(getter.getAnnotation(Default.Boolean.class).value());
    }
    if (getter.isAnnotationPresent(Default.Enum.class)) {
      return getter.getAnnotation(Default.Enum.class).value().toLowerCase(Locale.ROOT);
    }
    return "";
  }
}
