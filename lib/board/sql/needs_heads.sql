-- The heads that are wanted in a window of days, of a store or (0) all.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: store_id int
-- column: role text
-- column: day day
-- column: from_minute int
-- column: to_minute int
-- column: skill text
-- column: staff_id int
-- column: heads int
SELECT h.store_id, h.role, h.day, h.from_minute, h.to_minute, h.skill, h.staff_id, h.heads
FROM head AS h JOIN store AS s ON s.id = h.store_id
WHERE h.day >= CAST($2 AS BIGINT) AND h.day < CAST($3 AS BIGINT) AND (CAST($1 AS BIGINT) = 0 OR h.store_id = $1)
ORDER BY s.code, h.role, h.day, h.from_minute
