/** Tests of the table machinery. */
@NullMarked
package io.evalbeam.schemas.table;

import org.jspecify.annotations.NullMarked;
