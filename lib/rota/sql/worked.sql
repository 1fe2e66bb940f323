-- Shifts of some days, in whatever store.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: store_id int
-- column: day day
-- column: starts_at moment
-- column: ends_at moment
SELECT staff_id, store_id, day, starts_at, ends_at FROM shift WHERE day >= $1 AND day < $2 ORDER BY staff_id, starts_at
