/** Which model a row is about: names, developers, links between rows, stable entity ids. */
@NullMarked
package io.evalbeam.transforms.identity;

import org.jspecify.annotations.NullMarked;
