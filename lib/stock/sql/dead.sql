-- Items of which a store has something and has used nothing for so many days, counted from the last use or, if that is later, from
-- the day on which the oldest of what is there came. An error if some of it expires within as many days.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- param: days int
-- param: except text
-- column: severity text
-- column: store text
-- column: item text
-- column: name text
-- column: on_hand int
-- column: unit text
-- column: value_fen fen
-- column: idle_days int
-- column: used_on day
-- column: moved_on day
-- column: received_on day
-- column: expires_on day
WITH
-- include: standing.part
, had AS (
    SELECT l.store_id, l.item_id, CAST(SUM(l.on_hand) AS BIGINT) AS on_hand, CAST(SUM(l.value_fen) AS BIGINT) AS value_fen,
           MIN(l.received_on) AS received_on, MIN(l.expires_on) AS expires_on
    FROM standing AS l
    WHERE l.on_hand > 0 AND (CAST($6 AS TEXT) IS NULL OR l.place IS NULL OR replace($6, ',' || l.place || ',', '') = $6)
    GROUP BY l.store_id, l.item_id),
went AS (
    SELECT h.store_id, h.item_id, MAX(m.day) AS moved_on,
           MAX(CASE WHEN m.kind = 'use' OR m.kind = 'issue' THEN m.day END) AS used_on
    FROM had AS h
    CROSS JOIN stock_move AS k
    CROSS JOIN stock_move AS m
    WHERE k.store_id = h.store_id AND k.item_id = h.item_id AND m.store_id = k.store_id AND m.id = k.id AND m.at <= CAST($2 AS BIGINT) AND m.kind <> 'counter'
      AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                      WHERE x.store_id = m.store_id AND x.reverses = m.code AND x.kind = 'counter')
    GROUP BY h.store_id, h.item_id),
idle AS (
    SELECT h.*, w.moved_on, w.used_on,
           CAST($3 AS BIGINT) - CASE WHEN w.used_on > h.received_on THEN w.used_on ELSE h.received_on END AS idle_days
    FROM had AS h
    LEFT JOIN went AS w ON w.store_id = h.store_id AND w.item_id = h.item_id)
SELECT CASE WHEN d.expires_on < CAST($3 AS BIGINT) + CAST($5 AS BIGINT) THEN 'error' ELSE 'warning' END AS severity,
       s.code AS store, i.code AS item, i.name, d.on_hand, i.unit, d.value_fen, d.idle_days, d.used_on, d.moved_on,
       d.received_on, d.expires_on
FROM idle AS d
JOIN store AS s ON s.id = d.store_id
JOIN item AS i ON i.id = d.item_id
WHERE d.idle_days >= CAST($5 AS BIGINT)
ORDER BY CASE WHEN d.expires_on < CAST($3 AS BIGINT) + CAST($5 AS BIGINT) THEN 0 ELSE 1 END, s.code, i.code
