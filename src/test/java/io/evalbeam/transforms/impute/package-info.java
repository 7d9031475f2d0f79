/** Tests of benchmark imputation on synthetic models whose truth is known. */
@NullMarked
package io.evalbeam.transforms.impute;

import org.jspecify.annotations.NullMarked;
