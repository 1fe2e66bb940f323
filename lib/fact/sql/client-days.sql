-- The stores and days of all that a client is in, on days from … until.
-- param: client_id int
-- param: from day
-- param: to day
-- column: store_id int
-- column: day day
SELECT x.store_id AS store_id, x.day AS day FROM (
    SELECT store_id, day FROM visit WHERE client_id = $1
    UNION
    SELECT store_id, day FROM appointment WHERE client_id = $1
    UNION
    SELECT store_id, day FROM payment WHERE client_id = $1
    UNION
    SELECT store_id, day FROM consultation WHERE client_id = $1
    UNION
    SELECT store_id, day FROM treatment WHERE client_id = $1
    UNION
    SELECT store_id, day FROM evaluation WHERE client_id = $1
    UNION
    SELECT store_id, day FROM complaint WHERE client_id = $1
    UNION
    SELECT store_id, day FROM answer WHERE client_id = $1
    UNION
    SELECT store_id, day FROM followup WHERE client_id = $1
    UNION
    SELECT store_id, day FROM lead WHERE client_id = $1
    UNION
    SELECT store_id, day FROM task WHERE client_id = $1) AS x
WHERE x.day >= $2 AND x.day < $3
