/** Reading and writing whole files on any Beam file system. */
@NullMarked
package io.evalbeam.io.files;

import org.jspecify.annotations.NullMarked;
