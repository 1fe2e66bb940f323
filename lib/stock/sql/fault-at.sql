-- The fault for which a machine stood still at a moment.
-- param: store_id int
-- param: equipment_id int
-- param: at moment
-- column: code text
SELECT f.code FROM fault AS f
WHERE f.store_id = $1 AND f.equipment_id = $2 AND f.at <= CAST($3 AS BIGINT) AND (f.ended_at IS NULL OR f.ended_at > CAST($3 AS BIGINT))
ORDER BY f.at, f.id LIMIT 1
