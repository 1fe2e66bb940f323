-- What is there and ends within so many days: lots by their last day, opened packs by their deadline. What is over already is
-- an error.
-- param: store_id int
-- param: now moment
-- param: today day
-- param: days int
-- param: place text
-- column: severity text
-- column: store text
-- column: item text
-- column: name text
-- column: lot text
-- column: pack text
-- column: on_hand int
-- column: unit text
-- column: expires_on day
-- column: use_by moment
-- column: days_left int
-- column: value_fen fen
-- column: place text
SELECT e.severity, s.code AS store, i.code AS item, i.name, e.lot, e.pack, e.on_hand, i.unit, e.expires_on, e.use_by, e.days_left,
       e.value_fen, e.place
FROM (
    SELECT CASE WHEN l.expires_on < CAST($3 AS BIGINT) THEN 'error' ELSE 'warning' END AS severity, l.store_id, l.item_id,
           l.code AS lot, CAST(NULL AS TEXT) AS pack, l.quantity + l.moved AS on_hand, l.expires_on,
           CAST(NULL AS BIGINT) AS use_by, l.expires_on - CAST($3 AS BIGINT) AS days_left, l.cost_fen + l.moved_fen AS value_fen,
           l.place
    FROM lot AS l
    WHERE (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1) AND l.quantity + l.moved > 0
      AND l.expires_on <= CAST($3 AS BIGINT) + CAST($4 AS BIGINT)
    UNION ALL
    SELECT 'error', l.store_id, l.item_id, l.code, v.code, v.quantity - v.used, l.expires_on, v.use_by,
           l.expires_on - CAST($3 AS BIGINT), NULL, l.place
    FROM lot AS l
    JOIN vial AS v ON v.store_id = l.store_id AND v.lot_id = l.id
    WHERE (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1) AND l.quantity + l.moved > 0 AND v.closed_at IS NULL
      AND v.use_by <= CAST($2 AS BIGINT)) AS e
JOIN store AS s ON s.id = e.store_id
JOIN item AS i ON i.id = e.item_id
WHERE CAST($5 AS TEXT) IS NULL OR e.place = $5
ORDER BY e.severity, e.expires_on, s.code, i.code, e.lot, e.pack
