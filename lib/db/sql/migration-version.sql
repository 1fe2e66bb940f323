-- The schema version of the database: its last migration, or 0.
-- column: version int
SELECT COALESCE(max(version), 0) AS version FROM migration
