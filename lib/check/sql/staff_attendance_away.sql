-- Someone is said to have been at a training before or after they worked here.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, t.code AS store, g.code AS subject, s.code || ' ' || s.name AS detail
FROM attendance AS a
JOIN training AS g ON g.store_id = a.store_id AND g.id = a.training_id
JOIN staff AS s ON s.id = a.staff_id
JOIN store AS t ON t.id = a.store_id
WHERE a.state = 'present' AND (g.day > s.left_on OR g.day < s.hired_on)
ORDER BY t.code, g.code, s.code
