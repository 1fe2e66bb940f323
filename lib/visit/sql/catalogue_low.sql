-- On how many channels a project costs less than the floor of its general price on a day, of how many.
-- param: project_id int
-- param: store_id int
-- param: day day
-- column: floor_fen fen
-- column: channels int
-- column: low int
WITH general (floor_fen) AS (
    SELECT floor_fen FROM price
    WHERE project_id = $1 AND (store_id = 0 OR store_id = $2) AND channel_id IS NULL
      AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
    ORDER BY CASE WHEN store_id = 0 THEN 1 ELSE 0 END, valid_from DESC LIMIT 1),
priced (channel_id, amount_fen, n) AS (
    SELECT c.id, p.amount_fen,
           ROW_NUMBER() OVER (PARTITION BY c.id
                              ORDER BY CASE WHEN p.store_id = 0 THEN 1 ELSE 0 END,
                                       CASE WHEN p.channel_id IS NULL THEN 1 ELSE 0 END, p.valid_from DESC)
    FROM channel AS c
    JOIN price AS p ON p.project_id = $1 AND (p.store_id = 0 OR p.store_id = $2)
                   AND (p.channel_id IS NULL OR p.channel_id = c.id)
                   AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
    WHERE c.id > 0)
SELECT (SELECT floor_fen FROM general) AS floor_fen, (SELECT COUNT(*) FROM channel WHERE id > 0) AS channels,
       COUNT(*) FILTER (WHERE amount_fen < (SELECT floor_fen FROM general)) AS low
FROM priced WHERE n = 1
