-- Deals in a window and those with one of the key projects, sold alone, by contract or in a package; staff is the consultant.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- param: threshold fen
-- param: staff_id int
-- param: by_staff bool
-- param: projects text
-- column: store text
-- column: month text
-- column: channel text
-- column: staff text
-- column: with_key int
-- column: deals int
WITH key_project AS (
    SELECT id FROM project
    WHERE replace(CAST($10 AS TEXT), ',' || code || ',', '') <> CAST($10 AS TEXT)),
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
                  AND p.client_id = f.client_id AND p.day = f.day
    WHERE f.day >= $1),
with_key AS (
    SELECT DISTINCT d.store_id, d.order_code
    FROM deal AS d
    JOIN payment AS y ON y.store_id = d.store_id AND y.order_code = d.order_code
                     AND y.class = 'sale' AND y.amount_fen > 0
    JOIN key_project AS k ON k.id = y.project_id
    UNION
    SELECT d.store_id, d.order_code
    FROM deal AS d
    JOIN contract AS t ON t.store_id = d.store_id AND t.code = d.order_code
                      AND t.state = 'signed'
    JOIN contract_line AS l ON l.store_id = t.store_id AND l.contract_id = t.id AND l.gift = 0
    LEFT JOIN package_line AS g ON g.package_id = l.package_id
    JOIN key_project AS k ON k.id = COALESCE(l.project_id, g.project_id))
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN m.month END AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       CASE WHEN CAST($9 AS BIGINT) = 1 THEN p.code END AS staff,
       COUNT(w.order_code) AS with_key, COUNT(*) AS deals
FROM deal AS d
JOIN client AS c ON c.id = d.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = d.store_id
JOIN calendar AS m ON m.day = d.day
LEFT JOIN staff AS p ON p.id = d.consultant_id
LEFT JOIN with_key AS w ON w.store_id = d.store_id AND w.order_code = d.order_code
WHERE CAST($10 AS TEXT) <> ',' AND (CAST($8 AS BIGINT) IS NULL OR d.consultant_id = $8)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
