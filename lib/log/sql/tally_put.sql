-- Keeps the hash of a table of a store.
-- param: store_id int
-- param: name text
-- param: count int
-- param: state bytes
INSERT INTO tally (store_id, name, count, state) VALUES ($1, $2, $3, $4)
ON CONFLICT (store_id, name) DO UPDATE SET count = excluded.count, state = excluded.state
