-- A machine at work has an end, or one person alone ended it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, e.code AS subject, e.state AS detail
FROM equipment AS e
JOIN store AS s ON s.id = e.store_id
WHERE (e.state <> 'retired' AND e.retired_on IS NOT NULL) OR e.retired_by = e.retired_second
ORDER BY s.code, e.code
