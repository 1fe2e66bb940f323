-- The way between stores, in minutes.
-- column: one text
-- column: other text
-- column: minutes int
SELECT a.code AS one, b.code AS other, t.minutes
FROM travel AS t
JOIN store AS a ON a.id = t.one_id
JOIN store AS b ON b.id = t.other_id
ORDER BY a.code, b.code
