-- The movements of an item, or of a lot, with what was there and what it was worth behind each, to a moment. A lot begins with
-- its receipt, on its day; `thing` is the code of an item or of a lot (of `item`).
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: thing text
-- param: from day
-- param: to day
-- param: kind text
-- param: item text
-- column: store text
-- column: day day
-- column: at moment
-- column: item text
-- column: lot text
-- column: code text
-- column: kind text
-- column: quantity int
-- column: balance int
-- column: cost_fen fen
-- column: value_fen fen
-- column: pack text
-- column: treatment text
-- column: staff text
-- column: second text
-- column: reverses text
-- column: reason text
-- column: paper text
WITH chosen AS (
    SELECT l.store_id, l.id, l.item_id, l.code, l.received_on, l.quantity, l.cost_fen, i.code AS item,
           CASE WHEN i.code = $4 THEN 0 ELSE l.id END AS part
    FROM lot AS l JOIN item AS i ON i.id = l.item_id
    WHERE (l.code = $4 OR l.item_id IN (SELECT x.id FROM item AS x WHERE x.code = $4))
      AND (CAST($8 AS TEXT) IS NULL OR i.code = $8)
      AND (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1) AND l.received_on <= CAST($3 AS BIGINT)),
lines AS (
    SELECT c.store_id, c.item, c.code AS lot, c.part, c.received_on AS day, CAST(NULL AS BIGINT) AS at, c.id AS number,
           CAST(NULL AS TEXT) AS code, 'receipt' AS kind, c.quantity, c.cost_fen, CAST(NULL AS BIGINT) AS vial_id,
           CAST(NULL AS BIGINT) AS treatment_id, CAST(NULL AS BIGINT) AS staff_id, CAST(NULL AS BIGINT) AS second_id,
           CAST(NULL AS TEXT) AS reverses, CAST(NULL AS TEXT) AS reason, CAST(NULL AS TEXT) AS paper, 0 AS later
    FROM chosen AS c
    UNION ALL
    SELECT m.store_id, c.item, c.code, c.part, m.day, m.at, m.id, m.code, m.kind, m.quantity, m.cost_fen, m.vial_id,
           m.treatment_id, m.staff_id, m.second_id, m.reverses, m.reason, m.paper, 1
    FROM chosen AS c JOIN stock_move AS k ON k.store_id = c.store_id AND k.lot_id = c.id
    JOIN stock_move AS m ON m.store_id = k.store_id AND m.id = k.id
    WHERE m.at <= CAST($2 AS BIGINT)),
running AS (
    SELECT n.*,
           CAST(SUM(n.quantity) OVER (PARTITION BY n.store_id, n.part ORDER BY n.day, n.later, n.at, n.number) AS BIGINT) AS balance,
           CAST(SUM(n.cost_fen) OVER (PARTITION BY n.store_id, n.part ORDER BY n.day, n.later, n.at, n.number) AS BIGINT) AS value_fen
    FROM lines AS n)
SELECT s.code AS store, n.day, n.at, n.item, n.lot, n.code, n.kind, n.quantity, n.balance, n.cost_fen, n.value_fen,
       v.code AS pack, t.code AS treatment, p.code AS staff, q.code AS second, n.reverses, n.reason, n.paper
FROM running AS n
JOIN store AS s ON s.id = n.store_id
LEFT JOIN vial AS v ON v.store_id = n.store_id AND v.id = n.vial_id
LEFT JOIN treatment AS t ON t.store_id = n.store_id AND t.id = n.treatment_id
LEFT JOIN staff AS p ON p.id = n.staff_id
LEFT JOIN staff AS q ON q.id = n.second_id
WHERE (CAST($5 AS BIGINT) IS NULL OR n.day >= $5) AND (CAST($6 AS BIGINT) IS NULL OR n.day < $6)
  AND (CAST($7 AS TEXT) IS NULL OR n.kind = $7)
ORDER BY s.code, n.item, n.part, n.day, n.later, n.at, n.number
