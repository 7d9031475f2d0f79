package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.tracking.DeveloperOrigin;

/**
 * The developer of a row.
 *
 * @param developer canonical name; several organisations are joined by ", ", the first is primary
 * @param origin how it was found
 */
public record ResolvedDeveloper(String developer, DeveloperOrigin origin) {}
