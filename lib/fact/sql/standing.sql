-- What stands of a fact of a store on days from … until.
-- param: store_id int
-- param: fact int
-- param: from day
-- param: to day
-- column: day day
-- column: data bytes
SELECT f.day AS day, f.data AS data FROM fact AS f
WHERE f.store_id = $1 AND f.fact = $2 AND f.day >= $3 AND f.day < $4
ORDER BY f.day
