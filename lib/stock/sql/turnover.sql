-- How fast goods go by item, category or store: what was used, at cost, against the mean of what there was at the end of each
-- day; a day counts with what moved on it. What was wasted or found missing stands apart.
-- param: store_id int
-- param: as_of moment
-- param: from day
-- param: to day
-- param: by text
-- param: few int
-- column: code text
-- column: name text
-- column: days int
-- column: opening_fen fen
-- column: closing_fen fen
-- column: mean_fen fen
-- column: used_fen fen
-- column: lost_fen fen
-- column: turnover decimal
-- column: days_of_stock decimal
-- column: moves int
-- column: few bool
WITH
-- include: flow.part
,
-- an amount that came (or, below zero, went) stands in the books at the end of its own day and of all later ones
change AS (
    SELECT l.store_id, l.item_id, l.received_on AS day, l.cost_fen AS fen, 0 AS used_fen, 0 AS lost_fen, 0 AS moves
    FROM lot AS l
    WHERE l.received_on < CAST($4 AS BIGINT) AND (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1)
    UNION ALL
    SELECT m.store_id, m.item_id, m.day, m.cost_fen, 0, 0, 0
    FROM stock_move AS m
    WHERE m.day < CAST($4 AS BIGINT) AND m.at <= CAST($2 AS BIGINT) AND (CAST($1 AS BIGINT) IS NULL OR m.store_id = $1)
    UNION ALL
    SELECT m.store_id, m.item_id, CAST($4 AS BIGINT), 0, CASE WHEN m.class = 'used' THEN m.cost_fen ELSE 0 END,
           CASE WHEN m.class = 'wasted' OR m.class = 'counted' THEN m.cost_fen ELSE 0 END,
           CASE WHEN m.class <> 'used' THEN 0 WHEN m.kind = 'use' OR m.kind = 'issue' THEN 1
                WHEN m.kind = 'counter' AND m.quantity < 0 THEN -1 ELSE 0 END
    FROM moved AS m),
summed AS (
    SELECT CASE CAST($5 AS TEXT) WHEN 'store' THEN s.code WHEN 'category' THEN COALESCE(i.category, i.kind) ELSE i.code END AS code,
           CASE CAST($5 AS TEXT) WHEN 'store' THEN s.name WHEN 'category' THEN NULL ELSE i.name END AS name,
           CAST(SUM(CASE WHEN c.day < CAST($3 AS BIGINT) THEN c.fen ELSE 0 END) AS BIGINT) AS opening_fen,
           CAST(SUM(c.fen) AS BIGINT) AS closing_fen,
           CAST(SUM(c.fen * (CAST($4 AS BIGINT) - CASE WHEN c.day < CAST($3 AS BIGINT) THEN CAST($3 AS BIGINT) ELSE c.day END))
                AS BIGINT) AS fen_days,
           CAST(SUM(c.used_fen) AS BIGINT) AS used_fen, CAST(SUM(c.lost_fen) AS BIGINT) AS lost_fen,
           CAST(SUM(c.moves) AS BIGINT) AS moves
    FROM change AS c
    JOIN item AS i ON i.id = c.item_id
    JOIN store AS s ON s.id = c.store_id
    GROUP BY 1, 2)
SELECT n.code, n.name, CAST($4 AS BIGINT) - CAST($3 AS BIGINT) AS days, n.opening_fen, n.closing_fen,
       (n.fen_days + (CAST($4 AS BIGINT) - CAST($3 AS BIGINT)) / 2) / (CAST($4 AS BIGINT) - CAST($3 AS BIGINT)) AS mean_fen,
       n.used_fen, n.lost_fen,
       CASE WHEN n.fen_days > 0 THEN (n.used_fen * 365000 + n.fen_days / 2) / n.fen_days * 1000 END AS turnover,
       CASE WHEN n.used_fen > 0 THEN (n.fen_days * 1000 + n.used_fen / 2) / n.used_fen * 1000 END AS days_of_stock,
       n.moves, CASE WHEN n.moves < CAST($6 AS BIGINT) THEN 1 ELSE 0 END AS few
FROM summed AS n
WHERE n.fen_days <> 0 OR n.used_fen <> 0 OR n.lost_fen <> 0 OR n.moves <> 0
ORDER BY n.code
