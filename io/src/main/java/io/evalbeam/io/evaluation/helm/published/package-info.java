/** Releases of HELM that are published on the web, as a local directory to read runs from. */
@NullMarked
package io.evalbeam.io.evaluation.helm.published;

import org.jspecify.annotations.NullMarked;
