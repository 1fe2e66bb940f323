-- Clients with a deal in the 365 days before a window (or each month of it), and those with another in it; staff sold the last one before.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- param: threshold fen
-- param: staff_id int
-- param: by_staff bool
-- column: store text
-- column: month text
-- column: channel text
-- column: staff text
-- column: returned int
-- column: base int
WITH period AS (
    SELECT CASE WHEN CAST($5 AS BIGINT) = 1 THEN month END AS month,
           MIN(day) AS from_on, MAX(day) + 1 AS to_on
    FROM calendar WHERE day >= $1 AND day < $2
    GROUP BY 1),
order_day AS (
    SELECT store_id, order_code, client_id, day, SUM(amount_fen) AS amount_fen,
           MAX(CASE WHEN kind = 'payment' THEN 1 ELSE 0 END) AS pays,
           MAX(consultant_id) AS consultant_id
    FROM payment
    WHERE class = 'sale' AND day < CAST($2 AS BIGINT)
      AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
    GROUP BY store_id, order_code, client_id, day),
paid AS (
    SELECT store_id, order_code, client_id, day, MAX(pays) OVER so_far AS pays,
           SUM(amount_fen) OVER so_far AS net, consultant_id
    FROM order_day
    WINDOW so_far AS (PARTITION BY store_id, order_code, client_id ORDER BY day)),
first_day AS (
    SELECT store_id, order_code, client_id, MIN(day) AS day FROM paid
    WHERE pays = 1 AND net > $7
    GROUP BY store_id, order_code, client_id),
deal AS (
    SELECT f.store_id, f.order_code, f.client_id, f.day, p.consultant_id
    FROM first_day AS f
    JOIN paid AS p ON p.store_id = f.store_id AND p.order_code = f.order_code
                  AND p.client_id = f.client_id AND p.day = f.day),
base AS (
    SELECT r.month, r.from_on, r.to_on, d.client_id, d.store_id, d.consultant_id,
           ROW_NUMBER() OVER (PARTITION BY r.month, d.client_id
                              ORDER BY d.day DESC, d.store_id DESC, d.order_code DESC) AS back
    FROM period AS r
    JOIN deal AS d ON d.day >= r.from_on - 365 AND d.day < r.from_on),
returned AS (
    SELECT DISTINCT b.month, b.client_id
    FROM base AS b
    JOIN deal AS d ON d.client_id = b.client_id AND d.day >= b.from_on AND d.day < b.to_on)
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       b.month AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       CASE WHEN CAST($9 AS BIGINT) = 1 THEN p.code END AS staff,
       COUNT(r.client_id) AS returned, COUNT(*) AS base
FROM base AS b
JOIN client AS c ON c.id = b.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = b.store_id
LEFT JOIN staff AS p ON p.id = COALESCE(b.consultant_id, c.owner_id)
LEFT JOIN returned AS r ON r.client_id = b.client_id AND r.month IS NOT DISTINCT FROM b.month
WHERE b.back = 1 AND (CAST($8 AS BIGINT) IS NULL OR COALESCE(b.consultant_id, c.owner_id) = $8)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
