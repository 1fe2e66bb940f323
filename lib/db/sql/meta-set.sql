-- Writes a fact about the database.
-- param: name text
-- param: value text
INSERT INTO meta (name, value) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
