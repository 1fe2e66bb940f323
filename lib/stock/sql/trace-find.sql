-- What a code may mean: the serial number of a unit, the number of a lot, of an opened pack, of a movement.
-- param: code text
-- param: item text
-- param: store_id int
-- column: item_id int
-- column: item text
-- column: lot text
-- column: unit text
SELECT DISTINCT f.item_id, i.code AS item, l.code AS lot, f.unit
FROM (
    SELECT u.store_id, u.item_id, u.lot_id, u.unit FROM store AS s
    CROSS JOIN treatment_item AS u WHERE u.store_id = s.id AND u.unit = $1
    UNION
    SELECT c.store_id, c.item_id, c.lot_id, c.unit FROM store AS s
    CROSS JOIN product_check AS c WHERE c.store_id = s.id AND c.unit = $1
    UNION
    SELECT n.store_id, n.item_id, n.lot_id, u.serial FROM receipt_unit AS u
    JOIN receipt_line AS n ON n.store_id = u.store_id AND n.receipt_id = u.receipt_id AND n.line = u.line AND n.lot_id IS NOT NULL
    WHERE u.serial = $1
    UNION
    SELECT l.store_id, l.item_id, l.id, NULL FROM lot AS l WHERE l.code = $1
    UNION
    SELECT v.store_id, v.item_id, v.lot_id, NULL FROM store AS s CROSS JOIN vial AS v
    WHERE v.store_id = s.id AND v.code = $1 AND (CAST($3 AS BIGINT) IS NULL OR s.id = $3)
    UNION
    SELECT m.store_id, m.item_id, m.lot_id, NULL FROM store AS s CROSS JOIN stock_move AS m
    WHERE m.store_id = s.id AND m.code = $1 AND (CAST($3 AS BIGINT) IS NULL OR s.id = $3)) AS f
JOIN lot AS l ON l.store_id = f.store_id AND l.id = f.lot_id
JOIN item AS i ON i.id = f.item_id
WHERE CAST($2 AS TEXT) IS NULL OR i.code = $2
ORDER BY i.code, l.code, f.unit
