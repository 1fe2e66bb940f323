-- What was said to be done (medi-visit sop done) in the visits of a window.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: action text
-- column: at moment
-- column: staff_id int
SELECT x.store_id, x.visit_id, x.action, x.at, x.staff_id
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN sop_done AS x
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND x.store_id = v.store_id AND x.visit_id = v.id AND x.action > ''
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
