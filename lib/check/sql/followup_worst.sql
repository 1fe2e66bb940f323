-- The grade of a follow-up is not that of its worst symptom.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, f.code AS subject, CAST(f.grade AS TEXT) || ' / ' || CAST(w.grade AS TEXT) AS detail
FROM (SELECT store_id, followup_id, MAX(grade) AS grade FROM symptom GROUP BY store_id, followup_id) AS w
JOIN followup AS f ON f.store_id = w.store_id AND f.id = w.followup_id
JOIN store AS s ON s.id = f.store_id
WHERE f.grade <> w.grade
ORDER BY s.code, f.code
