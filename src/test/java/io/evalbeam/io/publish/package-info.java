/** Tests of publication. */
@NullMarked
package io.evalbeam.io.publish;

import org.jspecify.annotations.NullMarked;
