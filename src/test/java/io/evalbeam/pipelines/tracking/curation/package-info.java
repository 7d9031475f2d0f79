/** Tests of the curated tables' pipeline and files. */
@NullMarked
package io.evalbeam.pipelines.tracking.curation;

import org.jspecify.annotations.NullMarked;
