-- A day that is as the week says after all.
-- param: store_id int
-- param: day day
-- param: from_minute int
DELETE FROM closure WHERE store_id = $1 AND day = $2 AND from_minute = $3
