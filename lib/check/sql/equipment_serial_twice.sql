-- Two machines at work have the same model and serial number.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, e.code AS subject, o.code || ' ' || t.code || ' ' || e.serial AS detail
FROM equipment AS e
JOIN store AS s ON s.id = e.store_id
JOIN equipment AS t ON t.serial = e.serial AND t.model = e.model
JOIN store AS o ON o.id = t.store_id
WHERE e.state <> 'retired' AND t.state <> 'retired' AND (t.store_id > e.store_id OR (t.store_id = e.store_id AND t.id > e.id))
ORDER BY s.code, e.code, o.code, t.code
