/** Run directories of HELM in their true layout, of any size. */
@NullMarked
package io.evalbeam.bench.generate.helm;

import org.jspecify.annotations.NullMarked;
