/** Tests of names, developers, links and entity ids. */
@NullMarked
package io.evalbeam.transforms.identity;

import org.jspecify.annotations.NullMarked;
