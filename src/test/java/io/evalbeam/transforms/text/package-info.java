/** Tests of console text. */
@NullMarked
package io.evalbeam.transforms.text;

import org.jspecify.annotations.NullMarked;
