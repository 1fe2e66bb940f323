-- Chains that are said to have entries, but have none.
-- column: store_id int
-- column: seq int
SELECT c.store_id, c.seq
FROM chain AS c
WHERE c.seq <> 0 AND NOT EXISTS (SELECT 1 FROM log AS l WHERE l.store_id = c.store_id)
ORDER BY c.store_id
