-- Facts of the SOP about what the client of a visit was told: how personal data are used (then or before), prices.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: staff_id int
-- column: privacy moment
-- column: price moment
SELECT v.store_id, v.id AS visit_id, n.staff_id,
       CASE WHEN n.kind = 'privacy' THEN n.at END AS privacy,
       CASE WHEN n.kind = 'price' THEN n.at END AS price
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN notice AS n
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND n.client_id = v.client_id AND n.day <= v.day
  AND ((n.kind = 'privacy' AND n.acknowledged = 1)
  OR (n.kind = 'price' AND +n.store_id = v.store_id AND n.visit_id = v.id))
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
