/** Grouping of many keys in few buckets, with little data in flight. */
@NullMarked
package io.evalbeam.transforms.grouping;

import org.jspecify.annotations.NullMarked;
