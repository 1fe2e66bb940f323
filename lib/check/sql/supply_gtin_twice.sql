-- Two items have the same bar code.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, '*' AS store, i.code AS subject, o.code || ' ' || i.gtin AS detail
FROM item AS i
JOIN item AS o ON o.gtin = i.gtin AND o.id > i.id
UNION ALL
SELECT 'error', '*', i.code, o.code || ' ' || i.gtin
FROM item AS i
JOIN item_label AS b ON b.code = i.gtin AND b.item_id <> i.id
JOIN item AS o ON o.id = b.item_id
ORDER BY subject, detail
