-- Writes a setting of a store, or (0) of the chain.
-- param: store_id int
-- param: name text
-- param: value text
INSERT INTO setting (store_id, name, value) VALUES ($1, $2, $3)
ON CONFLICT (store_id, name) DO UPDATE SET value = excluded.value
WHERE setting.value <> excluded.value
