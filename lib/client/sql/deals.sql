-- The days on which clients bought, with what they paid net, a client's days in order: a day counts where it left money in
-- a store. Gifts, staff and test orders are out, and so are staff and test clients.
-- param: until day
-- param: store_id int
-- column: client text
-- column: day day
-- column: amount fen
-- The index by client gives them alone, and in this order.
WITH deal AS (
    SELECT client_id, day, store_id, SUM(amount_fen) AS amount_fen
    FROM payment
    WHERE class = 'sale' AND day <= $1 AND (CAST($2 AS BIGINT) IS NULL OR store_id = $2)
    GROUP BY client_id, day, store_id
    HAVING SUM(amount_fen) > 0)
SELECT c.code AS client, d.day AS day, CAST(d.amount_fen AS BIGINT) AS amount
FROM deal AS d
JOIN client AS c ON c.id = d.client_id AND c.class = 'client'
ORDER BY d.client_id, d.day
