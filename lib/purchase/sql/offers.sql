-- What suppliers ask for items.
-- param: item text
-- param: supplier text
-- column: item text
-- column: name text
-- column: supplier text
-- column: lead_days int
-- column: pack int
-- column: minimum int
-- column: unit text
-- column: price_fen fen
-- column: shelf_days int
-- column: active bool
SELECT i.code AS item, i.name, s.code AS supplier, o.lead_days, o.pack, o.minimum, i.unit, o.price_fen, o.shelf_days,
       o.active
FROM offer AS o
JOIN item AS i ON i.id = o.item_id
JOIN supplier AS s ON s.id = o.supplier_id
WHERE (CAST($1 AS TEXT) IS NULL OR i.code = $1) AND (CAST($2 AS TEXT) IS NULL OR s.code = $2)
ORDER BY i.code, s.code
