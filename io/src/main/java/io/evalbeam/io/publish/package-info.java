/** Staging, atomic publication, manifests and receipts of a run's output. */
@NullMarked
package io.evalbeam.io.publish;

import org.jspecify.annotations.NullMarked;
