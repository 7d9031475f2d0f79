package io.evalbeam.transforms.identity;

import org.jspecify.annotations.Nullable;

/**
 * Stable identifiers of models: {@code m_} and 16 hexadecimal digits.
 *
 * <p>A name that one developer uses has an id of its own, whatever the developer is called, so that
 * a source which states the developer for the first time changes nothing. Where several developers
 * share a name, the one whom the name itself points to keeps that id; the others, and all of them
 * if the name points to none, have ids of name and developer id.
 */
public final class EntityIds {
  private EntityIds() {}

  /** The id of a normalised name that belongs to one developer. */
  public static String ofName(String name) {
    return "m_" + Hashes.sixteen(name);
  }

  /**
   * The id of a name and developer.
   *
   * @param name normalised name
   * @param developerId id of the developer in question
   * @param developers number of developers that share the name
   * @param guessedId id of the developer whom the name points to, null if none
   */
  public static String of(
      String name, String developerId, int developers, @Nullable String guessedId) {
    // The line break cannot occur in a normalised name, so no two pairs give one text.
    return developers <= 1 || developerId.equals(guessedId)
        ? ofName(name)
        : "m_" + Hashes.sixteen(name + "\n" + developerId);
  }
}
