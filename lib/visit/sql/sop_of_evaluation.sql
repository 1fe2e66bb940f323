-- Facts of the SOP about the judgements of a treatment's effect: remedied when each that is below expectation has cause and
-- remedy.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: short moment
-- column: long moment
-- column: client moment
-- column: below bool
-- column: remedy bool
SELECT t.store_id, t.id AS treatment_id, e.staff_id,
       CASE WHEN e.term = 'short' THEN e.at END AS short,
       CASE WHEN e.term = 'long' THEN e.at END AS long,
       CASE WHEN e.rater = 'client' THEN e.at END AS client,
       CASE WHEN e.as_expected = 0 THEN 1 ELSE 0 END AS below,
       CASE WHEN e.as_expected = 0 AND NOT EXISTS (
           SELECT 1 FROM evaluation AS w
           WHERE w.client_id = e.client_id AND +w.store_id = e.store_id AND w.treatment_id = e.treatment_id AND w.as_expected = 0
             AND (w.cause IS NULL OR w.remedy IS NULL)) THEN 1 ELSE 0 END AS remedy
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN evaluation AS e
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND e.client_id = t.client_id AND +e.store_id = t.store_id AND e.treatment_id = t.id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
