-- Takes the next id of a table of the chain.
-- param: name text
-- column: id int
INSERT INTO counter (store_id, name, next_id) VALUES (0, $1, 2)
ON CONFLICT (store_id, name) DO UPDATE SET next_id = counter.next_id + 1
RETURNING next_id - 1 AS id
