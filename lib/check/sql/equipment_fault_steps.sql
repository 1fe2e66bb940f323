-- The steps of a fault do not fit its state, or who repaired a machine found it good.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, f.code AS subject, f.state AS detail
FROM fault AS f
JOIN store AS s ON s.id = f.store_id
WHERE (f.state = 'open' AND (f.repair_at IS NOT NULL OR f.ended_at IS NOT NULL))
   OR (f.state = 'repairing' AND (f.repair_at IS NULL OR f.ended_at IS NOT NULL))
   OR (f.state = 'repaired' AND (f.repair_at IS NULL OR f.ended_at IS NULL OR f.verified_id IS NULL))
   OR (f.state = 'scrapped' AND f.ended_at IS NULL)
   OR f.verified_id = f.repairer_id
ORDER BY s.code, f.code
