/** Tests of curated tables, decisions, review, publication, queries and diffs. */
@NullMarked
package io.evalbeam.transforms.curate;

import org.jspecify.annotations.NullMarked;
