-- Leave that reaches into a window of days; without one, what is not over.
-- param: store_id int
-- param: as_of moment
-- param: from_day moment
-- param: to_day moment
-- param: staff text
-- column: staff text
-- column: name text
-- column: store text
-- column: from_at moment
-- column: to_at moment
-- column: kind text
-- column: approved text
-- column: note text
SELECT p.code AS staff, p.name, s.code AS store, l.from_at, l.to_at, l.kind, a.code AS approved, l.note
FROM leave AS l
JOIN staff AS p ON p.id = l.staff_id
LEFT JOIN store AS s ON s.id = p.store_id
LEFT JOIN staff AS a ON a.id = l.approved_id
WHERE (CAST($1 AS BIGINT) IS NULL OR p.store_id IS NULL OR p.store_id = $1)
  AND l.to_at > COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR l.from_at < $4)
  AND (CAST($5 AS TEXT) IS NULL OR p.code = $5)
ORDER BY l.from_at, p.code
