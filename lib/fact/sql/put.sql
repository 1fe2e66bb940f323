-- The rows of a fact of a store and day.
-- param: store_id int
-- param: fact int
-- param: day day
-- param: data bytes
INSERT INTO fact (store_id, fact, day, data) VALUES ($1, $2, $3, $4)
ON CONFLICT (store_id, fact, day) DO UPDATE SET data = excluded.data
