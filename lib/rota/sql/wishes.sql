-- What people wish for some days.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: day day
-- column: want text
-- column: weight int
SELECT staff_id, day, want, weight FROM wish WHERE day >= $1 AND day < $2 ORDER BY staff_id, day
