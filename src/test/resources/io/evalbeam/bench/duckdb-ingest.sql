-- What a person who knows DuckDB would write to turn HELM's run directories into the columns of the detail table.
-- {input}: directory of the suites; {object}: bytes of the largest JSON value; {output}: Parquet file.
COPY (
  WITH specs AS (
    SELECT parse_dirpath(filename) AS run, *
    FROM read_json('{input}/*/*/run_spec.json', filename = true, columns = {
      name: 'VARCHAR',
      scenario_spec: 'STRUCT(class_name VARCHAR, args MAP(VARCHAR, VARCHAR))',
      adapter_spec: 'STRUCT("method" VARCHAR, instructions VARCHAR, max_train_instances INTEGER, num_train_trials INTEGER,
        model_deployment VARCHAR, model VARCHAR, temperature DOUBLE, max_tokens INTEGER)',
      groups: 'VARCHAR[]'
    })
  ),
  scenarios AS (
    SELECT parse_dirpath(filename) AS run, name AS scenario
    FROM read_json('{input}/*/*/scenario.json', filename = true, columns = {name: 'VARCHAR'})
  ),
  answers AS (
    SELECT parse_dirpath(filename) AS run, unnest(request_states) AS state
    FROM read_json('{input}/*/*/scenario_state.json', filename = true, maximum_object_size = {object}, columns = {
      request_states: 'STRUCT(
        instance STRUCT(
          input STRUCT("text" VARCHAR),
          "references" STRUCT(output STRUCT("text" VARCHAR), tags VARCHAR[])[],
          split VARCHAR, sub_split VARCHAR, id VARCHAR,
          perturbation STRUCT(name VARCHAR, robustness BOOLEAN, fairness BOOLEAN)),
        train_trial_index INTEGER,
        output_mapping MAP(VARCHAR, VARCHAR),
        result STRUCT(
          completions STRUCT("text" VARCHAR, finish_reason STRUCT(reason VARCHAR))[],
          request_time DOUBLE, request_datetime BIGINT),
        prompt_truncated BOOLEAN)[]'
    })
  ),
  scores AS (
    SELECT parse_dirpath(filename) AS run, instance_id, perturbation, train_trial_index,
      map_from_entries([(s.name.name, s.mean) FOR s IN stats IF s.count > 0]) AS metrics
    FROM read_json('{input}/*/*/per_instance_stats.json', filename = true, format = 'array', maximum_object_size = {object},
      columns = {
        instance_id: 'VARCHAR',
        perturbation: 'STRUCT(name VARCHAR)',
        train_trial_index: 'INTEGER',
        stats: 'STRUCT(name STRUCT(name VARCHAR), count BIGINT, mean DOUBLE)[]'
      })
  )
  SELECT
    sha256(concat_ws(':', 'helm', 'mmlu', specs.name, scores.instance_id, scores.perturbation.name, scores.train_trial_index))
      AS evaluation_id,
    'helm' AS source,
    parse_filename(parse_dirpath(specs.run)) AS suite,
    'mmlu' AS benchmark,
    specs.name AS run_name,
    scenarios.scenario,
    split_part(specs.name, ',method=', 1) AS task,
    split_part(specs.name, ':', 1) AS dataset_name,
    specs.scenario_spec.args['subject'] AS subject,
    map_entries(specs.scenario_spec.args) AS arguments,
    specs.groups,
    regexp_replace(lower(split_part(specs.adapter_spec.model, '/', 2)), '[^a-z0-9]+', '_', 'g') AS model_id,
    specs.adapter_spec.model AS model_name,
    specs.adapter_spec.model_deployment,
    regexp_extract(lower(split_part(specs.adapter_spec.model, '/', 2)), '^[a-z]+') AS model_family,
    split_part(specs.adapter_spec.model, '/', 1) AS developer,
    specs.adapter_spec.method AS adapter_method,
    sha256(concat_ws(':', specs.adapter_spec.method, specs.adapter_spec.instructions)) AS prompt_settings,
    specs.adapter_spec.max_train_instances AS shots,
    specs.adapter_spec.temperature,
    specs.adapter_spec.max_tokens,
    specs.adapter_spec.num_train_trials AS trials,
    scores.instance_id,
    regexp_replace(scores.instance_id, '^id(\d+)$', '\1') AS instance_key,
    state.instance.split,
    state.instance.sub_split,
    scores.perturbation.name AS perturbation,
    coalesce(state.instance.perturbation.robustness, false) AS robustness,
    coalesce(state.instance.perturbation.fairness, false) AS fairness,
    scores.train_trial_index AS trial,
    state.instance.input.text AS raw_input,
    [{'text': r.output.text, 'correct': list_contains(r.tags, 'correct')} FOR r IN state.instance.references] AS "references",
    [r.output.text FOR r IN state.instance.references IF list_contains(r.tags, 'correct')] AS ground_truth,
    chr((64 + list_position([list_contains(r.tags, 'correct') FOR r IN state.instance.references], true))::INTEGER)
      AS ground_truth_letter,
    state.result.completions[1].text AS output,
    state.output_mapping[trim(state.result.completions[1].text)] AS mapped_output,
    'AVAILABLE' AS text_status,
    'exact_match' AS metric,
    scores.metrics['exact_match'] AS score,
    false AS lower_is_better,
    scores.metrics,
    scores.metrics['num_prompt_tokens']::BIGINT AS prompt_tokens,
    scores.metrics['num_output_tokens']::BIGINT AS output_tokens,
    state.result.request_time AS runtime_seconds,
    state.result.completions[1].finish_reason.reason AS finish_reason,
    state.prompt_truncated,
    scores.metrics['exact_match'] = 1 AS correct,
    to_timestamp(state.result.request_datetime) AS evaluated_at,
    TIMESTAMPTZ '2026-05-01 00:00:00+00' AS ingested_at
  FROM scores
  JOIN specs USING (run)
  JOIN scenarios USING (run)
  JOIN answers
    ON answers.run = scores.run
    AND state.instance.id = scores.instance_id
    AND state.instance.perturbation.name IS NOT DISTINCT FROM scores.perturbation.name
    AND state.train_trial_index = scores.train_trial_index
) TO '{output}' (FORMAT parquet, COMPRESSION zstd);
