-- The item on whose packages a product number stands, and how much of it is in one; two, if two have it as their bar code.
-- param: product text
-- column: item_id int
-- column: item text
-- column: quantity int
SELECT i.id AS item_id, i.code AS item, b.quantity
FROM item_label AS b JOIN item AS i ON i.id = b.item_id
WHERE b.code = $1
UNION ALL
SELECT i.id, i.code, COALESCE(i.vial_size, 1)
FROM item AS i
WHERE i.gtin = $1 AND NOT EXISTS (SELECT 1 FROM item_label AS b WHERE b.code = $1)
ORDER BY item_id
