-- The last repair of a machine on a day, after which it must be calibrated.
-- param: store_id int
-- param: equipment_id int
-- param: day day
-- column: code text
SELECT f.code FROM fault AS f
WHERE f.store_id = $1 AND f.equipment_id = $2 AND f.state = 'repaired' AND f.recalibrate = 1 AND f.ended_on = CAST($3 AS BIGINT)
ORDER BY f.ended_at DESC, f.id DESC LIMIT 1
