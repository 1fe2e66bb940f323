-- Facts of the SOP about what went wrong after a treatment: confirmed when a doctor confirmed all of it.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: found moment
-- column: confirmed bool
SELECT t.store_id, t.id AS treatment_id, MIN(a.found_at) AS found, MIN(a.confirmed) AS confirmed
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN adverse AS a
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND a.client_id = t.client_id AND +a.store_id = t.store_id AND a.treatment_id = t.id AND a.state <> 'entered-in-error'
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
GROUP BY t.store_id, t.id
