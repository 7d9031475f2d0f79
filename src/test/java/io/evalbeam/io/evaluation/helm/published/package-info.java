/** Tests of fetching published releases. */
@NullMarked
package io.evalbeam.io.evaluation.helm.published;

import org.jspecify.annotations.NullMarked;
