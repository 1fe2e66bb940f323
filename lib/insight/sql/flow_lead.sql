-- Leads, with whom they became (0: nobody yet).
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: source int
SELECT l.store_id AS store_id, l.day AS day, COALESCE(l.client_id, 0) AS client, COALESCE(c.channel_id, 0) AS channel,
       l.channel_id AS source
FROM lead AS l
LEFT JOIN client AS c ON c.id = l.client_id
WHERE (c.id IS NULL OR c.class = 'client') AND l.day >= $1 AND l.day < $2 AND (CAST($3 AS BIGINT) IS NULL OR l.store_id = $3)
ORDER BY l.day, l.store_id, l.id
