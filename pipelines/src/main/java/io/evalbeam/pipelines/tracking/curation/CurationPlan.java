package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.pipelines.options.Policy;
import java.io.Serializable;

/**
 * What a worker needs to refresh the curated tables: paths and settings, none of the data.
 *
 * @param output output directory, where the standing tables lie
 * @param staging directory for unpublished files
 * @param decisions path of the decisions file, which need not exist
 * @param threshold of the models' classes, FLOP
 * @param policy rules of the refresh
 * @param asOf ISO date of the run
 * @param staleFold factor by which new evidence must differ from a verified value to be reported
 * @param reset whether the standing tables are left out of account
 */
record CurationPlan(
    String output,
    String staging,
    String decisions,
    double threshold,
    Policy policy,
    String asOf,
    double staleFold,
    boolean reset)
    implements Serializable {}
