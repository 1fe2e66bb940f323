-- What each project costs on a day: the most specific price wins.
-- param: project text
-- param: store_id int
-- param: channel text
-- param: day day
-- column: project text
-- column: name text
-- column: store text
-- column: channel text
-- column: valid_from day
-- column: valid_to day
-- column: amount_fen fen
-- column: floor_fen fen
WITH fitting (project_id, store_id, channel_id, valid_from, valid_to, amount_fen, floor_fen, n) AS (
    SELECT r.project_id, r.store_id, r.channel_id, r.valid_from, r.valid_to, r.amount_fen, r.floor_fen,
           ROW_NUMBER() OVER (PARTITION BY r.project_id
                              ORDER BY CASE WHEN r.store_id = 0 THEN 1 ELSE 0 END,
                                       CASE WHEN r.channel_id IS NULL THEN 1 ELSE 0 END, r.valid_from DESC)
    FROM price AS r
    LEFT JOIN channel AS c ON c.id = r.channel_id
    WHERE (r.store_id = 0 OR r.store_id = COALESCE(CAST($2 AS BIGINT), 0))
      AND (r.channel_id IS NULL OR c.code = CAST($3 AS TEXT))
      AND r.valid_from <= $4 AND (r.valid_to IS NULL OR r.valid_to >= $4))
SELECT p.code AS project, p.name, s.code AS store, c.code AS channel, f.valid_from, f.valid_to, f.amount_fen, f.floor_fen
FROM fitting AS f
JOIN project AS p ON p.id = f.project_id
JOIN store AS s ON s.id = f.store_id
LEFT JOIN channel AS c ON c.id = f.channel_id
WHERE f.n = 1 AND (CAST($1 AS TEXT) IS NULL OR p.code = $1)
ORDER BY p.code
