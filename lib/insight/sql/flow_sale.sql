-- Lines of money of class sale.
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: project int
-- column: consultant int
-- column: amount_fen fen
SELECT y.store_id AS store_id, y.day AS day, y.client_id AS client, c.channel_id AS channel,
       COALESCE(y.project_id, 0) AS project, COALESCE(y.consultant_id, 0) AS consultant, y.amount_fen AS amount_fen
FROM payment AS y
JOIN client AS c ON c.id = y.client_id AND c.class = 'client'
WHERE y.class = 'sale' AND y.day >= $1 AND y.day < $2 AND (CAST($3 AS BIGINT) IS NULL OR y.store_id = $3)
ORDER BY y.day, y.store_id, y.client_id, y.id
