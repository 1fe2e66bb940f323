-- Facts of the SOP about the doubts raised in a visit: answered when all of them are.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: raised moment
-- column: answered bool
SELECT v.store_id, v.id AS visit_id, MIN(o.at) AS raised, MIN(o.resolved) AS answered
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN objection AS o
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND o.client_id = v.client_id AND +o.store_id = v.store_id AND o.visit_id = v.id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
GROUP BY v.store_id, v.id
