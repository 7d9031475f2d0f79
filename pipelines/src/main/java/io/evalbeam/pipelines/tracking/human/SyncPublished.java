package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.DisplayNames;
import io.evalbeam.transforms.curate.PublishedNames;
import io.evalbeam.transforms.curate.PublishedSync;
import io.evalbeam.transforms.curate.SyncPlan;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** {@code sync-published}: exchanges rows between the staging table and the published table. */
public final class SyncPublished implements Command {
  private static final int HASH_LENGTH = 12;

  @Override
  public String name() {
    return "sync-published";
  }

  @Override
  public String summary() {
    return "Exchange rows between the staging and the published table.";
  }

  @Override
  public String description() {
    return "Compares two CSV files by a map of names and prints what would change: + row to add, . gap"
        + " to fill, ~ value that differs, ? name without a mapping, ! conflict. --apply then writes"
        + " the target; values that differ stay unless --overwrite is given, and the previous file"
        + " stays beside the new one.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--staging=staging.csv --published=published.csv --names=names.yaml",
        "--staging=staging.csv --published=published.csv --names=names.yaml --direction=to_staging"
            + " --apply");
  }

  @Override
  public Class<SyncPublishedOptions> optionsType() {
    return SyncPublishedOptions.class;
  }

  @Override
  public ExitCode run(EvalbeamOptions general, Console console) throws Exception {
    SyncPublishedOptions options = general.as(SyncPublishedOptions.class);
    if (options.isOverwrite() && !options.isApply()) {
      throw new InvalidConfigurationException(List.of("--overwrite: needs --apply"));
    }
    FileSystems.setDefaultPipelineOptions(options);
    String staging = options.getStaging();
    String published = options.getPublished();
    PublishedSync sync = sync(options, options.getNames());
    return switch (options.getDirection()) {
      case TO_PUBLISHED -> {
        byte[] before = UserFiles.bytes(published);
        CsvTable target = UserFiles.table(before, published);
        SyncPlan plan = sync.toPublished(UserFiles.table(staging), target);
        yield finish(options, plan, published, before, console);
      }
      case TO_STAGING -> {
        byte[] before = UserFiles.bytes(staging);
        CsvTable target = UserFiles.table(before, staging);
        SyncPlan plan = sync.toStaging(UserFiles.table(published), target);
        yield finish(options, plan, staging, before, console);
      }
    };
  }

  private static PublishedSync sync(SyncPublishedOptions options, String names) throws IOException {
    return new PublishedSync(
        PublishedNames.parse(names, UserFiles.text(names), options.getRepeats()),
        DisplayNames.load(),
        AsOf.parse(options.getAsOf()).atOffset(ZoneOffset.UTC).toLocalDate().toString(),
        options.isAcceptSuggestions());
  }

  private static ExitCode finish(
      SyncPublishedOptions options, SyncPlan plan, String target, byte[] before, Console console)
      throws IOException {
    console.line(plan.render(QueryModels.WIDTH).stripTrailing());
    if (!options.isApply()) {
      console.line("Nothing was written; --apply does what the plan says.");
      return ExitCode.DONE;
    }
    if (plan.blocked()) {
      throw new InvalidConfigurationException(
          List.of(
              options.getNames()
                  + ": names without a mapping (?) must be added, or agreed to with"
                  + " --acceptSuggestions"));
    }
    if (!plan.overwrites().isEmpty() && !options.isOverwrite()) {
      console.line("Values that differ (~) stay as they are; --overwrite replaces them.");
    }
    CsvTable result = plan.apply(options.isOverwrite());
    if (result.equals(plan.target())) {
      console.line("Nothing to write: " + target + " stays as it is.");
      return ExitCode.DONE;
    }
    write(target, before, CsvFiles.write(result), console);
    return ExitCode.DONE;
  }

  private static void write(String target, byte[] before, byte[] after, Console console)
      throws IOException {
    if (!Arrays.equals(before, UserFiles.bytes(target))) {
      throw new IOException(target + " was edited while the command read it; run again");
    }
    String kept = target + "." + Hashes.ofBytes(before).substring(0, HASH_LENGTH) + ".previous";
    BeamFiles.writeAtomically(kept, before);
    BeamFiles.writeAtomically(target, after);
    console.line("Wrote " + target + "; the previous file is " + kept);
  }
}
