-- The master keys that this database is sealed under, the one for what is new first.
-- column: number int
-- column: key_id bytes
-- column: index_key bytes
SELECT number, key_id, index_key FROM vault ORDER BY number DESC
