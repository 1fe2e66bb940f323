-- The items that can be ordered, each from the supplier whose unit costs least, and how long what came before was good for
-- when it came.
-- param: item text
-- param: supplier text
-- column: id int
-- column: code text
-- column: name text
-- column: unit text
-- column: vial_size int
-- column: supplier text
-- column: lead_days int
-- column: pack int
-- column: minimum int
-- column: price_fen fen
-- column: shelf_days int
SELECT i.id, i.code, i.name, i.unit, i.vial_size, s.code AS supplier, o.lead_days, o.pack, o.minimum, o.price_fen,
       COALESCE(o.shelf_days, (SELECT CAST(AVG(l.expires_on - l.received_on) AS BIGINT) FROM lot AS l
                               WHERE l.item_id = i.id AND l.expires_on > l.received_on)) AS shelf_days
FROM offer AS o
JOIN item AS i ON i.id = o.item_id
JOIN supplier AS s ON s.id = o.supplier_id
WHERE o.active = 1 AND s.active = 1
  AND (CAST($1 AS TEXT) IS NULL OR replace($1, ',' || i.code || ',', '') <> $1)
  AND (CAST($2 AS TEXT) IS NULL OR s.code = $2)
  AND NOT EXISTS (
      SELECT 1 FROM offer AS b
      JOIN supplier AS t ON t.id = b.supplier_id
      WHERE b.item_id = o.item_id AND b.active = 1 AND t.active = 1 AND b.id <> o.id
        AND (CAST($2 AS TEXT) IS NULL OR t.code = $2)
        AND (b.price_fen * o.pack < o.price_fen * b.pack
             OR (b.price_fen * o.pack = o.price_fen * b.pack AND b.id < o.id)))
ORDER BY i.code
