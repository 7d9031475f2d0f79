/** Tests of the scripts and of the workflows that call them. */
@NullMarked
package io.evalbeam.scripts;

import org.jspecify.annotations.NullMarked;
