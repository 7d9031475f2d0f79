/**
 * The published table of responses, {@code detail}: its columns, its files and their compaction.
 */
@NullMarked
package io.evalbeam.io.evaluation.detail;

import org.jspecify.annotations.NullMarked;
