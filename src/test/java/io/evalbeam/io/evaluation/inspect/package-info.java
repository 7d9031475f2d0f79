@NullMarked
package io.evalbeam.io.evaluation.inspect;

import org.jspecify.annotations.NullMarked;
