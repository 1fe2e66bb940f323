-- Tables of a store of which there are marks, but no hash.
-- column: store_id int
-- column: name text
SELECT DISTINCT m.store_id, m.name
FROM mark AS m
WHERE NOT EXISTS (SELECT 1 FROM tally AS t WHERE t.store_id = m.store_id AND t.name = m.name)
ORDER BY m.store_id, m.name
