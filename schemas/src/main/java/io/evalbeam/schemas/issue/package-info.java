/** Rejected or suspicious input as rows: every stage counts read = kept + issued. */
@NullMarked
package io.evalbeam.schemas.issue;

import org.jspecify.annotations.NullMarked;
