-- Keeps the keys that checkpoints are signed with.
-- param: value text
INSERT INTO meta (name, value) VALUES ('checkpoint_keys', $1)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
