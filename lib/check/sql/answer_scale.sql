-- An answer to a survey lies outside its scale: 1 to 5 how satisfied, 0 to 10 whether they would recommend it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, c.code AS subject, a.survey || ' ' || a.question || ' ' || CAST(a.score AS TEXT) AS detail
FROM answer AS a
JOIN store AS s ON s.id = a.store_id
JOIN client AS c ON c.id = a.client_id
WHERE a.score < 0 OR a.score > 10 OR (a.question = 'csat' AND (a.score < 1 OR a.score > 5))
ORDER BY s.code, c.code, a.survey, a.question, a.at
