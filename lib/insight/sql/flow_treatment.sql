-- Treatments that were given.
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: project int
-- column: doctor int
-- column: recognised_fen fen
-- column: cost_fen fen
SELECT t.store_id AS store_id, t.day AS day, t.client_id AS client, c.channel_id AS channel,
       t.project_id AS project, COALESCE(t.doctor_id, 0) AS doctor, t.recognised_fen AS recognised_fen,
       COALESCE((SELECT CAST(SUM(i.cost_fen) AS BIGINT) FROM treatment_item AS i
                 WHERE i.store_id = t.store_id AND i.treatment_id = t.id), 0) AS cost_fen
FROM treatment AS t
JOIN client AS c ON c.id = t.client_id AND c.class = 'client'
WHERE t.status IN ('in-progress', 'completed', 'stopped')
  AND t.day >= $1 AND t.day < $2 AND (CAST($3 AS BIGINT) IS NULL OR t.store_id = $3)
ORDER BY t.day, t.store_id, t.client_id, t.id
