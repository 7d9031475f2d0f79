-- Statistics by the full key from every row of the detail table. {input}: its directory; {output}: Parquet file.
COPY (
  SELECT benchmark, dataset_name, subject, model_id, metric, split, perturbation,
    count(score) AS n, avg(score) AS mean, stddev_samp(score) AS sd, min(score) AS min, max(score) AS max
  FROM read_parquet('{input}/*.parquet')
  GROUP BY ALL
  ORDER BY ALL
) TO '{output}' (FORMAT parquet, COMPRESSION zstd);
