/** The command line: the list of commands, option parsing, help, failures in words. */
@NullMarked
package io.evalbeam.pipelines.cli;

import org.jspecify.annotations.NullMarked;
