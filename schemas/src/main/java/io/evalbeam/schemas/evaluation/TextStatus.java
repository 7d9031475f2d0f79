package io.evalbeam.schemas.evaluation;

/** Why texts of a response are there or not. */
public enum TextStatus {
  /** Texts are as the run holds them. */
  AVAILABLE,
  /** The run publishes ciphertext; texts are null. */
  ENCRYPTED,
  /** The run publishes placeholders; texts are null. */
  REDACTED,
  /** The file with the texts is absent or damaged; texts are null. */
  MISSING
}
