-- Items, with the levels that a store keeps of them.
-- param: store_id int
-- param: kind text
-- param: storage text
-- param: controlled bool
-- column: code text
-- column: name text
-- column: kind text
-- column: spec text
-- column: registration_no text
-- column: gtin text
-- column: unit text
-- column: vial_unit text
-- column: vial_size int
-- column: pack_unit text
-- column: pack_size int
-- column: storage text
-- column: open_hours int
-- column: controlled bool
-- column: minimum int
-- column: target int
SELECT i.code, i.name, i.kind, i.spec, i.registration_no, i.gtin, i.unit, i.vial_unit, i.vial_size, i.pack_unit,
       i.pack_size, i.storage, i.open_hours, i.controlled, l.minimum, l.target
FROM item AS i
LEFT JOIN item_level AS l ON l.store_id = $1 AND l.item_id = i.id
WHERE (CAST($2 AS TEXT) IS NULL OR i.kind = $2) AND (CAST($3 AS TEXT) IS NULL OR i.storage = $3)
  AND (CAST($4 AS BIGINT) = 0 OR i.controlled = 1)
ORDER BY i.code
