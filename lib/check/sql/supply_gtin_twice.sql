-- Two items have the same bar code.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, '*' AS store, i.code AS subject, o.code || ' ' || i.gtin AS detail
FROM item AS i
JOIN item AS o ON o.gtin = i.gtin AND o.id > i.id
ORDER BY i.code, o.code
