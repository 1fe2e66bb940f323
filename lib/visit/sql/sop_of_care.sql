-- Facts of the SOP about what was told after a treatment, and when the client is to come back.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: told moment
-- column: written moment
-- column: next moment
-- column: back moment
SELECT t.store_id, t.id AS treatment_id, c.staff_id, c.at AS told,
       CASE WHEN c.proof IS NOT NULL THEN c.at END AS written,
       CASE WHEN c.next_on IS NOT NULL THEN c.at END AS next,
       c.at + (c.next_on - c.day) * 86400 AS back
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN care AS c
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND c.client_id = t.client_id AND +c.store_id = t.store_id AND c.treatment_id = t.id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
