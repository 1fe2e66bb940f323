-- That month has none of it any more.
-- param: store_id int
-- param: fact int
-- param: cut int
-- param: month day
DELETE FROM rollup WHERE store_id = $1 AND fact = $2 AND cut = $3 AND month = $4
