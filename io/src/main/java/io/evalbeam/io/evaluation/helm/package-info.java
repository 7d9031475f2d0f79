/**
 * Run directories of HELM (Stanford CRFM, https://github.com/stanford-crfm/helm), layout of version
 * 0.5.
 */
@NullMarked
package io.evalbeam.io.evaluation.helm;

import org.jspecify.annotations.NullMarked;
