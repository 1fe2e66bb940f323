-- Tables of a store of which there are marks, but no hash. The length makes it read the rows themselves: an index
-- may still say what a row no longer does.
-- column: store_id int
-- column: name text
SELECT DISTINCT m.store_id + 0 AS store_id, m.name || '' AS name
FROM mark AS m
WHERE length(m.marks) >= 0
  AND NOT EXISTS (SELECT 1 FROM tally AS t WHERE t.store_id = m.store_id AND t.name = m.name)
ORDER BY 1, 2
