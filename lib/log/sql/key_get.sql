-- The keys that checkpoints of this database were signed with, one a line, as it says itself.
-- column: value text
SELECT value FROM meta WHERE name = 'checkpoint_keys'
