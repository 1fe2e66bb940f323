-- What a count found against what the books said of its moment; of a closed one without what it put right.
-- param: store_id int
-- param: count text
-- column: item text
-- column: name text
-- column: lot text
-- column: unit text
-- column: book int
-- column: counted int
-- column: variance int
-- column: cost_fen fen
-- column: staff text
-- column: move text
-- column: place text
-- column: item_id int
-- column: lot_id int
-- column: line_id int
SELECT b.item, b.name, b.lot, b.unit, b.book, b.counted, b.counted - b.book AS variance, b.cost_fen, d.code AS staff, b.move, b.place,
       b.item_id, b.lot_id, b.line_id
FROM (
    SELECT i.code AS item, i.name, l.code AS lot, i.unit, l.expires_on, n.counted, n.staff_id, n.move, l.place, n.item_id, n.lot_id,
           n.id AS line_id,
           l.quantity + COALESCE((
               SELECT CAST(SUM(m.quantity) AS BIGINT) FROM stock_move AS m
               WHERE m.store_id = l.store_id AND m.lot_id = l.id AND m.at <= c.at
                 AND (m.kind <> 'count' OR m.paper IS DISTINCT FROM c.code)), 0) AS book,
           (SELECT CAST(SUM(m.cost_fen) AS BIGINT) FROM stock_move AS m
            WHERE m.store_id = l.store_id AND m.lot_id = l.id AND m.kind = 'count' AND m.paper = c.code) AS cost_fen
    FROM stocktake AS c
    JOIN stocktake_line AS n ON n.store_id = c.store_id AND n.stocktake_id = c.id
    JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
    JOIN item AS i ON i.id = n.item_id
    WHERE c.store_id = $1 AND c.code = $2) AS b
LEFT JOIN staff AS d ON d.id = b.staff_id
ORDER BY b.item, b.expires_on, b.lot
