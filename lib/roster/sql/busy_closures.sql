-- The days of a window that are not as the week says, in a store or in all.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: day day
-- column: name text
-- column: state text
-- column: from_minute int
-- column: to_minute int
-- column: own int
SELECT day, name, state, from_minute, to_minute, CASE WHEN store_id = 0 THEN 0 ELSE 1 END AS own
FROM closure
WHERE (store_id = 0 OR store_id = $1) AND day >= $2 AND day < $3
ORDER BY day, store_id, from_minute
