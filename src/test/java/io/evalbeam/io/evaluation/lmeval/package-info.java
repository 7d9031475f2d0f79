@NullMarked
package io.evalbeam.io.evaluation.lmeval;

import org.jspecify.annotations.NullMarked;
