package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.common.ReflectHelpers;

/** Options that one stage may change without the others seeing it. */
public final class OwnOptions {
  private OwnOptions() {}

  /** A copy of the options, as runners ship them to workers. */
  public static <T extends EvalbeamOptions> T of(EvalbeamOptions options, Class<T> type) {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModules(ObjectMapper.findModules(ReflectHelpers.findClassLoader()));
    try {
      return mapper.treeToValue(mapper.valueToTree(options), PipelineOptions.class).as(type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options that cannot be copied", e);
    }
  }
}
