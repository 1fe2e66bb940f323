-- The first and the last day of which a store has anything that facts are made of.
-- param: store_id int
-- column: first_on day
-- column: last_on day
SELECT MIN(x.first_on) AS first_on, MAX(x.last_on) AS last_on FROM (
    SELECT (SELECT MIN(day) FROM visit WHERE store_id = $1) AS first_on, (SELECT MAX(day) FROM visit WHERE store_id = $1) AS last_on
    UNION ALL
    SELECT (SELECT MIN(day) FROM appointment WHERE store_id = $1), (SELECT MAX(day) FROM appointment WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM payment WHERE store_id = $1), (SELECT MAX(day) FROM payment WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM consultation WHERE store_id = $1), (SELECT MAX(day) FROM consultation WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM treatment WHERE store_id = $1), (SELECT MAX(day) FROM treatment WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM evaluation WHERE store_id = $1), (SELECT MAX(day) FROM evaluation WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM complaint WHERE store_id = $1), (SELECT MAX(day) FROM complaint WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM task WHERE store_id = $1), (SELECT MAX(day) FROM task WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM answer WHERE store_id = $1), (SELECT MAX(day) FROM answer WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM lead WHERE store_id = $1), (SELECT MAX(day) FROM lead WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM spend WHERE store_id = $1), (SELECT MAX(day) FROM spend WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM shift WHERE store_id = $1), (SELECT MAX(day) FROM shift WHERE store_id = $1)
    UNION ALL
    SELECT (SELECT MIN(day) FROM fact WHERE store_id = $1), (SELECT MAX(day) FROM fact WHERE store_id = $1)) AS x
