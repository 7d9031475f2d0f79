/**
 * OpenCompass result trees: {@code {eval_id}/opencompass-{run_id}/{stamp}/} with predictions,
 * results and summaries. Configurations, logs and station files hold keys and are never opened.
 */
@NullMarked
package io.evalbeam.io.evaluation.opencompass;

import org.jspecify.annotations.NullMarked;
