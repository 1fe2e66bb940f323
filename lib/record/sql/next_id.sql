-- Takes the next id of a table, of the chain (0) or of a store.
-- param: store_id int
-- param: name text
-- column: id int
INSERT INTO counter (store_id, name, next_id) VALUES ($1, $2, 2)
ON CONFLICT (store_id, name) DO UPDATE SET next_id = counter.next_id + 1
RETURNING next_id - 1 AS id
