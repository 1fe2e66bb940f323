-- How long machines stood still for faults within a window [from, to) that ends by now, in minutes of the clock; what two faults
-- have together counts once.
-- param: store_id int
-- param: from moment
-- param: to moment
-- param: as_of moment
-- column: store text
-- column: equipment text
-- column: name text
-- column: faults int
-- column: down_minutes int
-- column: cost_fen fen
-- column: down_permille int
WITH clipped AS (
    SELECT f.store_id, f.equipment_id, f.id, f.cost_fen,
           CASE WHEN f.at < CAST($2 AS BIGINT) THEN CAST($2 AS BIGINT) ELSE f.at END AS since,
           CASE WHEN COALESCE(f.ended_at, CAST($4 AS BIGINT)) > CAST($3 AS BIGINT) THEN CAST($3 AS BIGINT)
                WHEN COALESCE(f.ended_at, CAST($4 AS BIGINT)) > CAST($4 AS BIGINT) THEN CAST($4 AS BIGINT)
                ELSE COALESCE(f.ended_at, CAST($4 AS BIGINT)) END AS until
    FROM fault AS f
    WHERE (CAST($1 AS BIGINT) IS NULL OR f.store_id = $1) AND f.at < CAST($3 AS BIGINT) AND f.at <= CAST($4 AS BIGINT)
      AND (f.ended_at IS NULL OR f.ended_at > CAST($2 AS BIGINT))),
covered AS (
    SELECT store_id, equipment_id, cost_fen, since, until,
           MAX(until) OVER (PARTITION BY store_id, equipment_id ORDER BY since, until, id
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen
    FROM clipped),
added AS (
    SELECT store_id, equipment_id, COUNT(*) AS faults, CAST(SUM(cost_fen) AS BIGINT) AS cost_fen,
           CAST(SUM(CASE WHEN seen IS NULL OR seen <= since THEN until - since
                         WHEN seen < until THEN until - seen ELSE 0 END) AS BIGINT) AS down_s
    FROM covered GROUP BY store_id, equipment_id)
SELECT s.code AS store, e.code AS equipment, e.name, a.faults, a.down_s / 60 AS down_minutes, a.cost_fen,
       a.down_s * 1000 / (CASE WHEN CAST($3 AS BIGINT) < CAST($4 AS BIGINT) THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END
                          - CAST($2 AS BIGINT)) AS down_permille
FROM added AS a
JOIN store AS s ON s.id = a.store_id
JOIN equipment AS e ON e.store_id = a.store_id AND e.id = a.equipment_id
ORDER BY a.down_s DESC, s.code, e.code
