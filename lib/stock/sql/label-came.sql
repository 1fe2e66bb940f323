-- How many units of a lot were scanned when they came, how much of the lot came into the chain at all, and whether one of the
-- units is this one. What another store sent is no new goods.
-- param: item text
-- param: lot text
-- param: serial text
-- column: scanned int
-- column: came int
-- column: this int
WITH lots AS (
    SELECT l.store_id, l.id, l.quantity FROM item AS i JOIN lot AS l ON l.item_id = i.id AND l.code = $2 WHERE i.code = $1),
units AS (
    SELECT u.serial
    FROM lots AS l
    JOIN receipt_line AS n ON n.store_id = l.store_id AND n.lot_id = l.id
    JOIN receipt_unit AS u ON u.store_id = n.store_id AND u.receipt_id = n.receipt_id AND u.line = n.line)
SELECT (SELECT COUNT(*) FROM units) AS scanned,
       COALESCE((SELECT CAST(SUM(quantity) AS BIGINT) FROM lots), 0)
           + COALESCE((SELECT CAST(SUM(m.quantity) AS BIGINT) FROM lots AS l
                       JOIN stock_move AS m ON m.store_id = l.store_id AND m.lot_id = l.id AND m.kind = 'receipt'), 0)
           - COALESCE((SELECT CAST(SUM(t.quantity) AS BIGINT) FROM lots AS l
                       JOIN transfer AS t ON t.store_id = l.store_id AND t.lot_id = l.id AND t.in_move IS NULL), 0) AS came,
       CASE WHEN EXISTS (SELECT 1 FROM units WHERE serial = $3) THEN 1 ELSE 0 END AS this
