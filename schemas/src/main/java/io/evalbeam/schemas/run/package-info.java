/** What a run reports about itself: counts and staged files. */
@NullMarked
package io.evalbeam.schemas.run;

import org.jspecify.annotations.NullMarked;
