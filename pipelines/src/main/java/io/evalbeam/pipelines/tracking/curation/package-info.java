/**
 * Refreshing the curated tables, and everything about their files: history, decisions, restoring.
 */
@NullMarked
package io.evalbeam.pipelines.tracking.curation;

import org.jspecify.annotations.NullMarked;
