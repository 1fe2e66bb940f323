-- A project costs less than the floor of its general price on every channel at once.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH general (price_id, project_id, store_id, floor_fen, valid_from, valid_to) AS (
    SELECT id, project_id, store_id, floor_fen, valid_from, COALESCE(valid_to, 36524)
    FROM price WHERE channel_id IS NULL AND floor_fen IS NOT NULL),
low (price_id, project_id, channels) AS (
    SELECT g.price_id, g.project_id, COUNT(DISTINCT p.channel_id)
    FROM general AS g
    JOIN price AS p ON p.project_id = g.project_id AND p.store_id = g.store_id AND p.channel_id > 0
                   AND p.amount_fen < g.floor_fen
                   AND p.valid_from >= g.valid_from AND COALESCE(p.valid_to, 36524) <= g.valid_to
    GROUP BY g.price_id, g.project_id)
SELECT 'warning' AS severity, s.code AS store, j.code AS subject, CAST(l.channels AS TEXT) AS detail
FROM low AS l
JOIN price AS r ON r.id = l.price_id
JOIN project AS j ON j.id = l.project_id
JOIN store AS s ON s.id = r.store_id
WHERE l.channels = (SELECT COUNT(*) FROM channel WHERE id > 0)
ORDER BY s.code, j.code
