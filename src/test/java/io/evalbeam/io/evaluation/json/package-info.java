/** Tests of JSON token streams. */
@NullMarked
package io.evalbeam.io.evaluation.json;

import org.jspecify.annotations.NullMarked;
