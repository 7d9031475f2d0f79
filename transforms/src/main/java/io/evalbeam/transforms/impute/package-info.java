/**
 * Training compute imputed from benchmark scores, fitted and cross-validated on reference models.
 */
@NullMarked
package io.evalbeam.transforms.impute;

import org.jspecify.annotations.NullMarked;
