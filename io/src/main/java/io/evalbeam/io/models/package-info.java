/** Model files: JSON collections in the {@code {metadata, models}} shape, as streams. */
@NullMarked
package io.evalbeam.io.models;

import org.jspecify.annotations.NullMarked;
