-- The hash of the schema as the tools made it.
-- column: value text
SELECT value FROM meta WHERE name = 'schema'
