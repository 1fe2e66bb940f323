-- The faults of a machine that are open or in repair; those in the same words first.
-- param: store_id int
-- param: equipment_id int
-- param: what text
-- column: code text
-- column: same bool
SELECT f.code, CASE WHEN f.what = CAST($3 AS TEXT) THEN 1 ELSE 0 END AS same
FROM fault AS f
WHERE f.store_id = $1 AND f.equipment_id = $2 AND (f.state = 'open' OR f.state = 'repairing')
ORDER BY 2 DESC, f.at, f.id
