/** Web pages as content-addressed snapshots: fetched once per run, replayed offline. */
@NullMarked
package io.evalbeam.io.http;

import org.jspecify.annotations.NullMarked;
