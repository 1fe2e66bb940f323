-- Wishes for a window of days.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: day day
-- column: want text
SELECT staff_id, day, want FROM wish WHERE day >= CAST($1 AS BIGINT) AND day < CAST($2 AS BIGINT) ORDER BY staff_id, day
