-- The names of the roles.
-- column: name text
SELECT name FROM role ORDER BY name
