-- The report of an adverse event went to the authority after its last day.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, a.code AS subject, r.date || ' / ' || b.date AS detail
FROM adverse AS a
JOIN store AS s ON s.id = a.store_id
JOIN calendar AS r ON r.day = a.reported_on
JOIN calendar AS b ON b.day = a.report_by
WHERE a.reported_on > a.report_by AND a.state <> 'entered-in-error'
ORDER BY s.code, a.code
