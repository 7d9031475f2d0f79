package io.evalbeam.io.evaluation;

/**
 * A directory below the input.
 *
 * @param path full path
 * @param relative path below the input with {@code /} as separator
 */
public record ListedDirectory(String path, String relative) {}
