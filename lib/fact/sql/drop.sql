-- That day has none of the fact any more.
-- param: store_id int
-- param: fact int
-- param: day day
DELETE FROM fact WHERE store_id = $1 AND fact = $2 AND day = $3
