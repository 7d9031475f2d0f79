/** Model compute tracking: the stages in turn; each lives in a package of its own. */
@NullMarked
package io.evalbeam.pipelines.tracking;

import org.jspecify.annotations.NullMarked;
