-- Keeps the hash of the schema.
-- param: value text
INSERT INTO meta (name, value) VALUES ('schema', $1)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
