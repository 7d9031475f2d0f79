-- Statistics by the full key, and every pair of models on every task: the paired difference, its standard error, wins and losses.
-- {input}: directory of the detail table; {output}: Parquet file of the pairs, the statistics go to {output}.cells.
CREATE TEMP TABLE scores AS
  SELECT benchmark, task, dataset_name, subject, model_id, metric, split, perturbation, instance_key, score
  FROM read_parquet('{input}/*.parquet');
COPY (
  SELECT benchmark, dataset_name, subject, model_id, metric, split, perturbation,
    count(score) AS n, avg(score) AS mean, stddev_samp(score) AS sd, min(score) AS min, max(score) AS max
  FROM scores
  GROUP BY ALL
  ORDER BY ALL
) TO '{output}.cells' (FORMAT parquet, COMPRESSION zstd);
COPY (
  SELECT a.benchmark, a.task, a.model_id AS model_a, b.model_id AS model_b,
    count(*) AS n_shared, avg(a.score - b.score) AS mean_difference,
    stddev_samp(a.score - b.score) / sqrt(count(*)) AS se_paired,
    count(*) FILTER (a.score > b.score) AS a_only, count(*) FILTER (a.score < b.score) AS b_only
  FROM scores a
  JOIN scores b USING (benchmark, task, split, metric, instance_key)
  WHERE a.perturbation IS NULL AND b.perturbation IS NULL AND a.model_id < b.model_id
  GROUP BY ALL
  ORDER BY ALL
) TO '{output}' (FORMAT parquet, COMPRESSION zstd);
