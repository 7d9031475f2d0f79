package io.evalbeam.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class SecretOptionsTest {

  /** Options as a connector may add them. */
  public interface ConnectorOptions extends EvalbeamOptions {
    String getAwsSecretAccessKey();

    void setAwsSecretAccessKey(String value);

    String getEndpoint();

    void setEndpoint(String value);
  }

  @Test
  void secretsAreLeftOutAndUrlsMasked() {
    ConnectorOptions options = PipelineOptionsFactory.as(ConnectorOptions.class);
    options.setAwsSecretAccessKey("hidden");
    options.setEndpoint("https://me:hidden@store.example/a?token=hidden&page=2");
    options.setOutput("out");
    ObjectNode shown = SecretOptions.withoutSecrets(options);
    assertFalse(shown.has("awsSecretAccessKey"));
    assertFalse(shown.toString().contains("hidden"));
    assertEquals("https://store.example/a?token=***&page=2", shown.path("endpoint").asText());
    assertEquals("out", shown.path("output").asText());
  }
}
