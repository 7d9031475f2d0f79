/** Tests of file access. */
@NullMarked
package io.evalbeam.io.files;

import org.jspecify.annotations.NullMarked;
