-- The name that a database was given when it was made: 32 hexadecimal digits.
-- column: value text
SELECT value FROM meta WHERE name = 'identity'
