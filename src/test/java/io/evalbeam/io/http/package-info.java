/** Tests of fetching and snapshots. */
@NullMarked
package io.evalbeam.io.http;

import org.jspecify.annotations.NullMarked;
