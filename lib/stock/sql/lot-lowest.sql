-- The least that a lot had at a moment or ever since, and what it has now: what is there less all that came later.
-- param: store_id int
-- param: lot_id int
-- param: at moment
-- column: lowest int
SELECT MIN(l.quantity + l.moved - r.later) AS lowest
FROM lot AS l
CROSS JOIN (
    SELECT CAST(SUM(m.quantity) OVER (ORDER BY m.at DESC, m.id DESC) AS BIGINT) AS later
    FROM stock_move AS m WHERE m.store_id = $1 AND m.lot_id = $2 AND m.at > CAST($3 AS BIGINT)
    UNION ALL SELECT 0) AS r
WHERE l.store_id = $1 AND l.id = $2
