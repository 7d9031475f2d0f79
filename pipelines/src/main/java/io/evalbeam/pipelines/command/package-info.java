/** What a command is, and how it talks to its user. */
@NullMarked
package io.evalbeam.pipelines.command;

import org.jspecify.annotations.NullMarked;
