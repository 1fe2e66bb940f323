-- A machine was refused before its offer was chosen, or after it was accepted, or for no reason.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, f.code AS subject, r.code AS detail
FROM equipment_refusal AS f
JOIN store AS s ON s.id = f.store_id
JOIN equipment_request AS r ON r.store_id = f.store_id AND r.id = f.request_id
LEFT JOIN acceptance AS a ON a.store_id = f.store_id AND a.request_id = f.request_id
WHERE r.chosen_at IS NULL OR f.at < r.chosen_at OR f.at > a.at OR trim(f.reasons) = ''
ORDER BY s.code, f.code
