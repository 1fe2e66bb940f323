-- Clients who came, once a store and day.
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: first int
WITH stay AS (
    SELECT store_id, client_id, day FROM visit
    WHERE status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')
      AND day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
    UNION
    SELECT store_id, client_id, day FROM appointment
    WHERE status IN ('arrived', 'checked-in', 'fulfilled')
      AND day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3))
SELECT y.store_id AS store_id, y.day AS day, y.client_id AS client, c.channel_id AS channel,
       CASE WHEN y.day = f.day AND ROW_NUMBER() OVER (PARTITION BY y.client_id, y.day ORDER BY y.store_id) = 1 THEN 1 ELSE 0 END AS first
FROM stay AS y
LEFT JOIN (SELECT client_id, MIN(day) AS day FROM visit
           WHERE status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished') GROUP BY client_id) AS f ON f.client_id = y.client_id
JOIN client AS c ON c.id = y.client_id AND c.class = 'client'
ORDER BY y.day, y.store_id, y.client_id
