-- The lots of a store, or of all, as they stood at a moment.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- param: state text
-- param: place text
-- param: supplier text
-- param: all bool
-- column: store text
-- column: item text
-- column: name text
-- column: lot text
-- column: state text
-- column: on_hand int
-- column: unit text
-- column: opened int
-- column: value_fen fen
-- column: expires_on day
-- column: received_on day
-- column: supplier text
-- column: place text
WITH
-- include: standing.part
SELECT s.code AS store, i.code AS item, i.name, l.code AS lot, l.state, l.on_hand, i.unit, l.opened, l.value_fen, l.expires_on,
       l.received_on, u.code AS supplier, l.place
FROM standing AS l
JOIN store AS s ON s.id = l.store_id
JOIN item AS i ON i.id = l.item_id
LEFT JOIN supplier AS u ON u.id = l.supplier_id
WHERE (CAST($5 AS TEXT) IS NULL OR l.state = $5)
  AND (CAST($6 AS TEXT) IS NULL OR l.place = $6) AND (CAST($7 AS TEXT) IS NULL OR u.code = $7)
  AND (l.on_hand > 0 OR $8 = 1 OR COALESCE(CAST($5 AS TEXT), '') = 'empty')
ORDER BY s.code, i.code, l.expires_on, l.code
