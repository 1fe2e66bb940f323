-- A treatment used an opened pack after its deadline.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, v.code AS detail
FROM stock_move AS m
JOIN vial AS v ON v.store_id = m.store_id AND v.id = m.vial_id
JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
JOIN store AS s ON s.id = m.store_id
WHERE m.kind = 'use' AND v.use_by IS NOT NULL AND m.at >= v.use_by
ORDER BY s.code, t.code
