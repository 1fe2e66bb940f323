-- What a message is called by what it is for, unless it has a name, and the one that is there by it already.
-- param: store_id int
-- param: code text
-- param: client_id int
-- param: treatment_id int
-- param: plan text
-- param: step text
-- param: occurrence text
-- param: channel text
-- column: code text
-- column: id int
SELECT k.code, m.id
FROM (
    SELECT COALESCE($2,
        (SELECT t.code || '/' || CAST($5 AS TEXT) || '/' || CAST($6 AS TEXT) || '/' || CAST($7 AS TEXT) || '/' || CAST($8 AS TEXT)
         FROM treatment AS t
         WHERE t.store_id = $1 AND t.id = $4),
        c.code || ':' || CAST($5 AS TEXT) || ':' || CAST($6 AS TEXT) || ':' || CAST($7 AS TEXT) || ':' || CAST($8 AS TEXT)) AS code
    FROM client AS c
    WHERE c.id = $3) AS k
LEFT JOIN message AS m ON m.store_id = $1 AND m.code = k.code
