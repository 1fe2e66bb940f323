-- The first and the last day of a fact in a store.
-- param: store_id int
-- param: fact int
-- column: first_on day
-- column: last_on day
SELECT (SELECT MIN(f.day) FROM fact AS f WHERE f.store_id = $1 AND f.fact = $2) AS first_on,
       (SELECT MAX(f.day) FROM fact AS f WHERE f.store_id = $1 AND f.fact = $2) AS last_on
