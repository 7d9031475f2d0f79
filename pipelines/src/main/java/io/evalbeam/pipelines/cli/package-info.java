/** The command line: commands, option parsing, help, exit codes. */
@NullMarked
package io.evalbeam.pipelines.cli;

import org.jspecify.annotations.NullMarked;
