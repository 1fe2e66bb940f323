-- Consultations in a window and those with a deal within so many days, cut as asked.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- param: days int
-- param: threshold fen
-- param: staff_id int
-- param: by_staff bool
-- column: store text
-- column: month text
-- column: channel text
-- column: staff text
-- column: deals int
-- column: consultations int
WITH order_day AS (
    SELECT store_id, order_code, client_id, day, SUM(amount_fen) AS amount_fen,
           MAX(CASE WHEN kind = 'payment' THEN 1 ELSE 0 END) AS pays
    FROM payment
    WHERE class = 'sale' AND day < CAST($2 AS BIGINT) + CAST($7 AS BIGINT)
    GROUP BY store_id, order_code, client_id, day),
paid AS (
    SELECT store_id, order_code, client_id, day, MAX(pays) OVER so_far AS pays,
           SUM(amount_fen) OVER so_far AS net
    FROM order_day
    WINDOW so_far AS (PARTITION BY store_id, order_code, client_id ORDER BY day)),
deal AS (
    SELECT client_id, MIN(day) AS day FROM paid
    WHERE pays = 1 AND net > $8
    GROUP BY store_id, order_code, client_id),
asked AS (
    SELECT store_id, id, client_id, consultant_id, day FROM consultation
    WHERE day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
      AND (CAST($9 AS BIGINT) IS NULL OR consultant_id = $9)
      AND outcome NOT IN ('medical-refusal', 'entered-in-error')),
converted AS (
    SELECT DISTINCT asked.store_id, asked.id
    FROM asked
    JOIN deal ON deal.client_id = asked.client_id
             AND deal.day >= asked.day AND deal.day <= asked.day + $7)
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN d.month END AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       CASE WHEN CAST($10 AS BIGINT) = 1 THEN p.code END AS staff,
       COUNT(v.id) AS deals, COUNT(*) AS consultations
FROM asked AS k
JOIN client AS c ON c.id = k.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = k.store_id
JOIN calendar AS d ON d.day = k.day
LEFT JOIN staff AS p ON p.id = k.consultant_id
LEFT JOIN converted AS v ON v.store_id = k.store_id AND v.id = k.id
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
