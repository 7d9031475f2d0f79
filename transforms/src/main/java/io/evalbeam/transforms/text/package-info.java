/** Plain text for people: tables and statistics on the console. */
@NullMarked
package io.evalbeam.transforms.text;

import org.jspecify.annotations.NullMarked;
