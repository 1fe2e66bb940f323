-- What each supplier was paid for each item: for a pack the first price, the last, the least and the most, and the change from
-- the first to the last.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- param: supplier text
-- column: item text
-- column: name text
-- column: supplier text
-- column: receipts int
-- column: per int
-- column: unit text
-- column: first_fen fen
-- column: lowest_fen fen
-- column: highest_fen fen
-- column: last_fen fen
-- column: last_on day
-- column: change share
WITH
-- include: price.part
,
placed AS (
    SELECT p.item_id, p.supplier_id, p.per, p.milli, p.day,
           ROW_NUMBER() OVER (PARTITION BY p.item_id, p.supplier_id ORDER BY p.day, p.later, p.store_id, p.number) AS place,
           COUNT(*) OVER (PARTITION BY p.item_id, p.supplier_id) AS receipts
    FROM paid AS p),
told AS (
    SELECT p.item_id, p.supplier_id, p.per, p.receipts, MIN(p.milli) AS lowest, MAX(p.milli) AS highest, MAX(p.day) AS last_on,
           MAX(CASE WHEN p.place = 1 THEN p.milli END) AS first, MAX(CASE WHEN p.place = p.receipts THEN p.milli END) AS last
    FROM placed AS p
    GROUP BY p.item_id, p.supplier_id, p.per, p.receipts)
SELECT i.code AS item, i.name, u.code AS supplier, t.receipts, t.per, i.unit, (t.first + 500) / 1000 AS first_fen,
       (t.lowest + 500) / 1000 AS lowest_fen, (t.highest + 500) / 1000 AS highest_fen, (t.last + 500) / 1000 AS last_fen,
       t.last_on, (t.last - t.first) * 1000000 / t.first AS change
FROM told AS t
JOIN item AS i ON i.id = t.item_id
LEFT JOIN supplier AS u ON u.id = t.supplier_id
WHERE CAST($5 AS TEXT) IS NULL OR u.code = $5
ORDER BY i.code, u.code NULLS FIRST
