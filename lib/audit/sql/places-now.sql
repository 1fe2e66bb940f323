-- Where the ids of each table and the entries of each chain stand.
-- column: store_id int
-- column: name text
-- column: next_id int
SELECT c.store_id, c.name, c.next_id FROM counter AS c
UNION ALL
SELECT n.store_id, 'log', n.seq + 1 FROM chain AS n
ORDER BY store_id, name
