-- The days on which every so-many-th client bought, with what they paid net, a client's days in order: enough to fit the
-- purchase model by. See deals.sql, of which it is a part.
-- param: until day
-- param: step int
-- column: client_id int
-- column: day day
-- column: amount fen
WITH deal AS (
    SELECT +client_id AS client_id, day, store_id, SUM(amount_fen) AS amount_fen
    FROM payment
    WHERE class = 'sale' AND +day <= $1 AND client_id % CAST($2 AS BIGINT) = 0
    GROUP BY +client_id, day, store_id
    HAVING SUM(amount_fen) > 0)
SELECT d.client_id AS client_id, d.day AS day, CAST(d.amount_fen AS BIGINT) AS amount
FROM deal AS d
JOIN client AS c ON c.id = d.client_id AND c.class = 'client'
ORDER BY d.client_id, d.day
