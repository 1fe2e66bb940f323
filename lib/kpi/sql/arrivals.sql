-- Visits and distinct clients in a window, by store, month and first-touch channel as asked.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- column: store text
-- column: month text
-- column: channel text
-- column: arrivals int
-- column: heads int
WITH stay AS (
    SELECT store_id, client_id, day FROM visit
    WHERE status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')
      AND day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
    UNION
    SELECT store_id, client_id, day FROM appointment
    WHERE status IN ('arrived', 'checked-in', 'fulfilled')
      AND day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3))
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN d.month END AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       COUNT(*) AS arrivals, COUNT(DISTINCT y.client_id) AS heads
FROM stay AS y
JOIN client AS c ON c.id = y.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = y.store_id
JOIN calendar AS d ON d.day = y.day
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
