-- Heads that are wanted in a store (0: in all) on some days.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: store_id int
-- column: day day
-- column: from_minute int
-- column: to_minute int
-- column: role text
-- column: skill text
-- column: staff_id int
-- column: heads int
-- column: source text
SELECT store_id, day, from_minute, to_minute, role, skill, staff_id, heads, source FROM head
WHERE (CAST($1 AS BIGINT) = 0 OR store_id = $1) AND day >= $2 AND day < $3
ORDER BY store_id, day, from_minute, role, skill NULLS FIRST, staff_id NULLS FIRST
