package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.evalbeam.io.cell.MalformedTextException;
import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Logs of Inspect: {@code .json}, or {@code .eval}, a ZIP archive of the same. A log is one run.
 * Its scorers are the metrics of a response, named as the scorer; epochs are trials.
 *
 * <p>Logs are streamed. Text that is cut or damaged leaves no sure place to go on from, so such a
 * log is rejected whole; one that ended early but was closed properly is kept and marked.
 */
public final class InspectFormat implements RunFormat {
  // Lists of logs and descriptions of sets of evaluations lie beside them.
  private static final Set<String> COMPANIONS =
      Set.of("logs.json", "listing.json", "eval-set.json");

  private final ArchiveLimits limits;

  /** Reads archives within generous limits. */
  public InspectFormat() {
    this(ArchiveLimits.DEFAULT);
  }

  InspectFormat(ArchiveLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) {
    List<RunCandidate> candidates = new ArrayList<>();
    for (ListedFile file : input.files()) {
      String name = fileName(file);
      if ((name.endsWith(".json") || name.endsWith(".eval")) && !COMPANIONS.contains(name)) {
        int slash = file.relative().lastIndexOf('/');
        String directory = file.relative().substring(0, Math.max(0, slash));
        candidates.add(new RunCandidate(directory, List.of(file)));
      }
    }
    return new Candidates(candidates, List.of());
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    ListedFile listed = candidate.files().get(0);
    String name = fileName(listed);
    FileIssues issues = FileIssues.of(candidate.location(), name);
    LogHeader log = new LogHeader();
    RunFile file;
    try {
      file = visit(listed.path(), name, issues, new HeaderOnly(log));
    } catch (DamagedRunException e) {
      return IdentifiedRuns.rejected(e.issue());
    }
    if (!log.isLog()) {
      return IdentifiedRuns.rejected(
          issues.rejected(
              IssueCode.RUN_UNIDENTIFIED, "/eval", "", "A log names its task and its model."));
    }
    RunIdentity identity = new RunIdentity(log);
    List<RunFile> files = List.of(file);
    Instant completed = log.completed();
    FoundRun run =
        new FoundRun(
            identity.header(scope),
            candidate.location(),
            files,
            FoundRun.hash(files),
            identity.precedence(),
            completed == null ? null : completed.getEpochSecond(),
            null);
    return new IdentifiedRuns(List.of(run), 0, 0, List.of());
  }

  @Override
  public RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    RunFile file = run.files().get(0);
    FileIssues issues = FileIssues.of(run.location(), file.name());
    LogReader reader = new LogReader(issues, sink);
    RunFile read = visit(file.path(), file.name(), issues, reader);
    issues.requireUnchanged(file.sha256(), read.sha256());
    return reader.finish(run);
  }

  /** Visits a log and hashes it; damage of the data is told from failures of the file system. */
  private RunFile visit(String path, String name, FileIssues issues, LogVisitor visitor)
      throws IOException, DamagedRunException {
    try (HashingInput in = new HashingInput(BeamFiles.open(path))) {
      if (name.endsWith(".eval")) {
        EvalArchive.visit(in, limits, visitor);
      } else {
        JsonLog.visit(in, visitor);
      }
      in.drain();
      return new RunFile(name, path, in.bytes(), in.sha256());
    } catch (StreamConstraintsException e) {
      throw damaged(issues, IssueCode.LIMIT_EXCEEDED, InspectJson.place(e), e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw damaged(issues, IssueCode.PARSE_ERROR, InspectJson.place(e), e.getOriginalMessage());
    } catch (MalformedTextException e) {
      throw damaged(
          issues, IssueCode.PARSE_ERROR, "byte " + e.byteOffset(), "The log is not UTF-8 text.");
    } catch (ZipException | EOFException e) {
      throw damaged(issues, IssueCode.FORMAT_BROKEN, "", "The archive is damaged or cut.");
    }
  }

  private static DamagedRunException damaged(
      FileIssues issues, IssueCode code, String location, String detail) {
    return new DamagedRunException(issues.rejected(code, location, "", detail));
  }

  private static String fileName(ListedFile file) {
    return file.relative().substring(file.relative().lastIndexOf('/') + 1);
  }

  /** Takes the header and passes over the samples. */
  private record HeaderOnly(LogHeader log) implements LogVisitor {
    @Override
    public void field(String name, JsonParser value) throws IOException {
      log.add(name, value);
    }

    @Override
    public void sample(String location, JsonParser value) throws IOException {
      value.skipChildren();
    }
  }
}
