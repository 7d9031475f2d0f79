/** Model lists and leaderboards: their descriptions, where they are, and one reader per format. */
@NullMarked
package io.evalbeam.io.source;

import org.jspecify.annotations.NullMarked;
