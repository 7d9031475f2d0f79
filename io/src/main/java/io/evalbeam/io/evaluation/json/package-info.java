/** JSON files of evaluation runs as token streams: damage has a place, numbers stay exact. */
@NullMarked
package io.evalbeam.io.evaluation.json;

import org.jspecify.annotations.NullMarked;
