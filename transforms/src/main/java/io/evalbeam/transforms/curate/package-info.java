/** Curated tables and the decisions of reviewers: refresh, review, publication, queries, diffs. */
@NullMarked
package io.evalbeam.transforms.curate;

import org.jspecify.annotations.NullMarked;
