-- The entries of a store's chain behind the last run: which tables were written, and the rows that the entry holds.
-- param: store_id int
-- column: sets text
-- column: changes text
SELECT l.sets, l.changes FROM log AS l
WHERE l.store_id = $1 AND l.seq >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'log'), 0)
ORDER BY l.seq
