package io.evalbeam.io.evaluation;

/**
 * A file below the input.
 *
 * @param path full path for reading
 * @param relative path below the input with {@code /} as separator
 * @param bytes size when it was listed
 */
public record ListedFile(String path, String relative, long bytes) {}
