-- The licences of a roster's people.
-- param: store_id int
-- param: roster_id int
-- column: staff_id int
-- column: kind text
-- column: store_id int
-- column: valid_from day
-- column: valid_to day
SELECT l.staff_id, l.kind, l.store_id, l.valid_from, l.valid_to
FROM licence AS l
WHERE l.staff_id IN (SELECT c.staff_id FROM roster_cell AS c WHERE c.store_id = $1 AND c.roster_id = $2)
ORDER BY l.staff_id, l.kind
