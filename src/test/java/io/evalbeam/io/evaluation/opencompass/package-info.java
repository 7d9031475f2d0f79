/** Tests of OpenCompass result trees. */
@NullMarked
package io.evalbeam.io.evaluation.opencompass;

import org.jspecify.annotations.NullMarked;
