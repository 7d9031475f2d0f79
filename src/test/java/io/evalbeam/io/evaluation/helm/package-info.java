/** Tests of HELM run directories, on runs written in the true layout with invented content. */
@NullMarked
package io.evalbeam.io.evaluation.helm;

import org.jspecify.annotations.NullMarked;
