-- What a run must know of the database before it begins: its default zone, whether it is for tests.
-- column: name text
-- column: value text
SELECT name, value FROM meta WHERE name IN ('test', 'zone')
