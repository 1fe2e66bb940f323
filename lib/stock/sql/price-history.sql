-- What was paid for an item, receipt by receipt, of all suppliers in the order of time: for a pack, against the receipt before,
-- the least and the most so far, and whether it went up or down by more than so many per cent.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- param: supplier text
-- param: from day
-- param: to day
-- param: jump int
-- column: day day
-- column: store text
-- column: item text
-- column: name text
-- column: supplier text
-- column: lot text
-- column: quantity int
-- column: cost_fen fen
-- column: per int
-- column: unit text
-- column: price_fen fen
-- column: before_fen fen
-- column: change share
-- column: lowest_fen fen
-- column: highest_fen fen
-- column: jump bool
WITH
-- include: price.part
,
bought AS (
    SELECT p.*, u.code AS supplier,
           LAG(p.milli) OVER so_far AS before, MIN(p.milli) OVER so_far AS lowest, MAX(p.milli) OVER so_far AS highest
    FROM paid AS p
    LEFT JOIN supplier AS u ON u.id = p.supplier_id
    WHERE CAST($5 AS TEXT) IS NULL OR u.code = $5
    WINDOW so_far AS (PARTITION BY p.item_id ORDER BY p.day, p.later, p.store_id, p.number))
SELECT b.day, s.code AS store, i.code AS item, i.name, b.supplier, b.lot, b.quantity, b.cost_fen, b.per, i.unit,
       (b.milli + 500) / 1000 AS price_fen, (b.before + 500) / 1000 AS before_fen,
       (b.milli - b.before) * 1000000 / b.before AS change, (b.lowest + 500) / 1000 AS lowest_fen,
       (b.highest + 500) / 1000 AS highest_fen,
       CASE WHEN abs(b.milli - b.before) * 100 > b.before * CAST($8 AS BIGINT) THEN 1 ELSE 0 END AS jump
FROM bought AS b
JOIN store AS s ON s.id = b.store_id
JOIN item AS i ON i.id = b.item_id
WHERE (CAST($6 AS BIGINT) IS NULL OR b.day >= $6) AND (CAST($7 AS BIGINT) IS NULL OR b.day < $7)
ORDER BY i.code, b.day, b.later, s.code, b.number
