-- The licences of a person.
-- param: staff_id int
-- column: kind text
-- column: scope text
-- column: store_id int
-- column: store text
-- column: valid_from day
-- column: valid_to day
SELECT l.kind, l.scope, l.store_id, s.code AS store, l.valid_from, l.valid_to
FROM licence AS l
LEFT JOIN store AS s ON s.id = l.store_id
WHERE l.staff_id = $1
ORDER BY l.id
