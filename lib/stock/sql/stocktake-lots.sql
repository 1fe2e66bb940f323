-- The lots that a count is about: what is there, of some items or of all, at a place or at all.
-- param: store_id int
-- param: items text
-- param: place text
-- column: id int
-- column: item_id int
SELECT l.id, l.item_id FROM lot AS l JOIN item AS i ON i.id = l.item_id
WHERE l.store_id = $1 AND l.quantity + l.moved > 0
  AND (CAST($2 AS TEXT) IS NULL OR replace($2, ',' || i.code || ',', '') <> $2)
  AND (CAST($3 AS TEXT) IS NULL OR l.place = $3)
ORDER BY i.code, l.code
