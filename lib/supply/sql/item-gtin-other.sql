-- Another item with the bar code of this one.
-- param: item text
-- column: code text
SELECT o.code FROM item AS i JOIN item AS o ON o.gtin = i.gtin AND o.id <> i.id WHERE i.code = $1
ORDER BY o.code LIMIT 1
