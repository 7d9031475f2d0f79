package io.evalbeam.schemas.evaluation;

/** Whether the rows of a run count. */
public enum RunStatus {
  /** The rows count. */
  LIVE,
  /** Another suite, or a later copy, of the same run counts instead; the rows can still be read. */
  SUPERSEDED,
  /** The run was read again with other content; these rows no longer count. */
  REPLACED,
  /** The run is no longer among the inputs; its rows no longer count. */
  REMOVED
}
