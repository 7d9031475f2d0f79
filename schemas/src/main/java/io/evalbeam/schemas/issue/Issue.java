package io.evalbeam.schemas.issue;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * One piece of input that was rejected or is suspicious.
 *
 * @param code what was wrong
 * @param severity whether the input was lost
 * @param stage command and step that noticed
 * @param source source name or file
 * @param location where in the source: row, line, JSON pointer, column
 * @param excerpt the offending text, at most {@value #MAX_EXCERPT} characters
 * @param detail what was expected, as a sentence
 */
@TableSpec(
    name = "issues",
    description = "One row per piece of input that was rejected or is suspicious.",
    key = {"source", "location", "code", "stage", "excerpt", "detail"})
@DefaultSchema(RecordSchemaProvider.class)
public record Issue(
    @SchemaFieldDescription("What was wrong, from a closed list.") IssueCode code,
    @SchemaFieldDescription(
            "rejected: not in the output; warning: kept and flagged; info: for the record.")
        IssueSeverity severity,
    @SchemaFieldDescription("Command or step that noticed.") String stage,
    @SchemaFieldDescription("Source name or file.") String source,
    @SchemaFieldDescription("Place in the source: row, line, column or JSON pointer.")
        String location,
    @SchemaFieldDescription("The offending text, shortened to 200 characters.") String excerpt,
    @SchemaFieldDescription("What was expected, as a sentence.") String detail) {

  private static final int MAX_EXCERPT = 200;

  public Issue {
    excerpt = shorten(excerpt);
  }

  private static String shorten(String text) {
    if (text.length() <= MAX_EXCERPT) {
      return text;
    }
    int end = MAX_EXCERPT - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** Input that is not in the output. */
  public static Issue rejected(
      IssueCode code, String stage, String source, String location, String excerpt, String detail) {
    return new Issue(code, IssueSeverity.REJECTED, stage, source, location, excerpt, detail);
  }

  /** Input that is kept although something about it is doubtful. */
  public static Issue warning(
      IssueCode code, String stage, String source, String location, String excerpt, String detail) {
    return new Issue(code, IssueSeverity.WARNING, stage, source, location, excerpt, detail);
  }

  /** Something said for the record. */
  public static Issue info(
      IssueCode code, String stage, String source, String location, String excerpt, String detail) {
    return new Issue(code, IssueSeverity.INFO, stage, source, location, excerpt, detail);
  }
}
