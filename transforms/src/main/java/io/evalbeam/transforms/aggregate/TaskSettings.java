package io.evalbeam.transforms.aggregate;

import java.io.Serializable;

/**
 * What decides the figures of a task besides its rows.
 *
 * @param stage command, for issues
 * @param source collection, for published rows
 * @param split which split counts
 * @param graded intervals of graded scores
 */
public record TaskSettings(String stage, String source, SplitChoice split, GradedIntervals graded)
    implements Serializable {}
