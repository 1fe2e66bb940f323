-- The leave of a roster's people in a window.
-- param: store_id int
-- param: roster_id int
-- param: from_at moment
-- param: to_at moment
-- column: staff_id int
-- column: from_at moment
-- column: to_at moment
-- column: kind text
SELECT l.staff_id, l.from_at, l.to_at, l.kind
FROM leave AS l
WHERE l.to_at > CAST($3 AS BIGINT) AND l.from_at < CAST($4 AS BIGINT)
  AND l.staff_id IN (SELECT c.staff_id FROM roster_cell AS c WHERE c.store_id = $1 AND c.roster_id = $2)
ORDER BY l.staff_id, l.from_at
