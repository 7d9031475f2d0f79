/** Tests of model files and of their external sort. */
@NullMarked
package io.evalbeam.io.models;

import org.jspecify.annotations.NullMarked;
