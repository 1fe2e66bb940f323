-- Heads wanted in a store on days of a window, without those for a skill or a person, by source.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: source text
-- column: id int
-- column: day day
-- column: from_minute int
-- column: to_minute int
-- column: role text
-- column: heads int
SELECT id, day, from_minute, to_minute, role, heads
FROM head
WHERE store_id = $1 AND day >= $2 AND day < $3 AND source = $4 AND skill IS NULL AND staff_id IS NULL
ORDER BY day, role, from_minute
