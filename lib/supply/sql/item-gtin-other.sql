-- Another item with the bar code of this one, as its own or on its packages.
-- param: item text
-- column: code text
SELECT o.code AS code FROM item AS i JOIN item AS o ON o.gtin = i.gtin AND o.id <> i.id WHERE i.code = $1
UNION ALL
SELECT o.code AS code FROM item AS i JOIN item_label AS b ON b.code = i.gtin JOIN item AS o ON o.id = b.item_id AND o.id <> i.id
WHERE i.code = $1
ORDER BY code LIMIT 1
