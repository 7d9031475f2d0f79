package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of responses: SHA-256, hexadecimal, over the natural key (source, release, suite,
 * benchmark, run name, instance key, perturbation name, trial).
 *
 * <p>Each part enters as its length in UTF-8 bytes, a colon and its bytes ({@code 4:helm}), null as
 * {@code -:}, so that no two keys give the same text. What the model answered is not part of it:
 * the same question asked again keeps its identifier. One instance for each run; not thread-safe.
 */
public final class EvaluationIds {
  private static final byte[] NULL = "-:".getBytes(StandardCharsets.US_ASCII);

  /** Digest of everything that is equal for all responses of the run. */
  private final MessageDigest run;

  private EvaluationIds(MessageDigest run) {
    this.run = run;
  }

  /** Identifiers for the responses of a run. */
  public static EvaluationIds of(RunHeader header) {
    MessageDigest digest = Sha256.newDigest();
    add(digest, header.source());
    add(digest, header.release());
    add(digest, header.suite());
    add(digest, header.benchmark());
    add(digest, header.runName());
    return new EvaluationIds(digest);
  }

  /** Identifier of a response of the run, 64 digits. */
  public String id(Response response) {
    Perturbation perturbation = response.perturbation();
    MessageDigest digest = copy(run);
    add(digest, response.instanceKey());
    add(digest, perturbation == null ? null : perturbation.name());
    add(digest, Integer.toString(response.trial()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable String part) {
    if (part == null) {
      digest.update(NULL);
      return;
    }
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }
}
