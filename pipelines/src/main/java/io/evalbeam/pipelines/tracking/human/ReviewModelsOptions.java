package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.options.PolicyOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code review-models}. */
public interface ReviewModelsOptions extends PolicyOptions {
  @Description("Name of a model whose row is right as it stands: it becomes verified.")
  @Nullable String getAccept();

  void setAccept(@Nullable String value);

  @Description("Name of a model that is below the threshold: its row moves there, verified.")
  @Nullable String getReject();

  void setReject(@Nullable String value);

  @Description("Name of a model that only gets a note.")
  @Nullable String getModel();

  void setModel(@Nullable String value);

  @Description("Developer of the model, where several have one of that name.")
  @Nullable String getDeveloper();

  void setDeveloper(@Nullable String value);

  @Description("Text for the notes of the model named by --accept, --reject or --model.")
  @Nullable String getNote();

  void setNote(@Nullable String value);

  @Description("Why the row is accepted or rejected.")
  @Nullable String getReason();

  void setReason(@Nullable String value);

  @Description("Who decides: a name or an address. Default: the name of the user of this computer.")
  @Default.InstanceFactory(ComputerUser.class)
  String getReviewer();

  void setReviewer(String value);

  @Description("Only print the candidates, also where a person could answer.")
  @Default.Boolean(false)
  boolean isList();

  void setList(boolean value);

  @Description(
      "File of reviewers' decisions, one JSON object a line. Default: curated/decisions.jsonl in the"
          + " output directory.")
  @Nullable String getDecisions();

  void setDecisions(@Nullable String value);
}
