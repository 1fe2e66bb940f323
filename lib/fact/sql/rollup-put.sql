-- The cells of a cut; what is so already is not written.
-- param: store_id int
-- param: fact int
-- param: cut int
-- param: month day
-- param: data bytes
INSERT INTO rollup (store_id, fact, cut, month, data) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (store_id, fact, cut, month) DO UPDATE SET data = excluded.data
WHERE rollup.data <> excluded.data
