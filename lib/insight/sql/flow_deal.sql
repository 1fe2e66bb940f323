-- Orders on the day that they became a deal.
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: net_fen fen
WITH order_day AS (
    SELECT store_id, order_code, client_id, day, SUM(amount_fen) AS amount_fen,
           MAX(CASE WHEN kind = 'payment' THEN 1 ELSE 0 END) AS pays
    FROM payment
    WHERE class = 'sale' AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
    GROUP BY store_id, order_code, client_id, day),
paid AS (
    SELECT store_id, order_code, client_id, day, MAX(pays) OVER so_far AS pays,
           SUM(amount_fen) OVER so_far AS net
    FROM order_day
    WINDOW so_far AS (PARTITION BY store_id, order_code, client_id ORDER BY day)),
deal AS (
    SELECT store_id, client_id, day, net,
           ROW_NUMBER() OVER (PARTITION BY store_id, order_code, client_id ORDER BY day) AS place
    FROM paid WHERE pays = 1 AND net > 0)
SELECT d.store_id AS store_id, d.day AS day, d.client_id AS client, c.channel_id AS channel,
       CAST(d.net AS BIGINT) AS net_fen
FROM deal AS d
JOIN client AS c ON c.id = d.client_id AND c.class = 'client'
WHERE d.place = 1 AND d.day >= $1
ORDER BY d.day, d.store_id, d.client_id
