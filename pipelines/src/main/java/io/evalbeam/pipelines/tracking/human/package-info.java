/** What people do with tracked models: review, synchronise, query, compare. */
@NullMarked
package io.evalbeam.pipelines.tracking.human;

import org.jspecify.annotations.NullMarked;
