-- What was destroyed, a line a movement, with its record; of what is controlled also what was wasted without one.
-- param: store_id int
-- param: as_of moment
-- param: from day
-- param: to day
-- param: item text
-- column: store text
-- column: code text
-- column: day day
-- column: at moment
-- column: item text
-- column: name text
-- column: lot text
-- column: pack text
-- column: quantity int
-- column: unit text
-- column: method text
-- column: place text
-- column: witness text
-- column: staff text
-- column: second text
-- column: reason text
-- column: move text
-- column: countered bool
SELECT s.code AS store, d.code, m.day, m.at, i.code AS item, i.name, l.code AS lot, v.code AS pack, -m.quantity AS quantity,
       i.unit, d.method, d.place, d.witness, p.code AS staff, q.code AS second, m.reason, m.code AS move,
       CASE WHEN EXISTS (SELECT 1 FROM stock_move AS x
                         WHERE x.store_id = m.store_id AND x.reverses = m.code AND x.kind = 'counter') THEN 1 ELSE 0 END AS countered
FROM stock_move AS m
JOIN store AS s ON s.id = m.store_id
JOIN item AS i ON i.id = m.item_id
JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id
LEFT JOIN disposal AS d ON d.store_id = m.store_id AND d.code = m.paper
LEFT JOIN vial AS v ON v.store_id = m.store_id AND v.id = m.vial_id
LEFT JOIN staff AS p ON p.id = m.staff_id
LEFT JOIN staff AS q ON q.id = m.second_id
WHERE m.kind = 'waste' AND (d.code IS NOT NULL OR i.controlled = 1) AND (CAST($1 AS BIGINT) IS NULL OR m.store_id = $1)
  AND m.at <= CAST($2 AS BIGINT) AND (CAST($3 AS BIGINT) IS NULL OR m.day >= $3) AND (CAST($4 AS BIGINT) IS NULL OR m.day < $4)
  AND (CAST($5 AS TEXT) IS NULL OR i.code = $5)
ORDER BY s.code, m.day, m.at, m.id
