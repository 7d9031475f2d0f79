package io.evalbeam.schemas.tracking;

/** How the developer of a row was found. */
public enum DeveloperOrigin {
  /** Stated by the source and used as it stands. */
  STATED,
  /** Stated by the source in a spelling that the alias table unifies. */
  STATED_ALIAS,
  /** Not stated there; another source states it for the same name. */
  OTHER_SOURCE,
  /** Guessed from the model's name. */
  GUESSED,
  /** Neither stated nor guessable. */
  UNKNOWN
}
