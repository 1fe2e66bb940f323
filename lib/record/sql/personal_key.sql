-- The key of a client, and when it was destroyed.
-- param: id int
-- column: data_key bytes
-- column: forgotten_on int
SELECT data_key, forgotten_on FROM client WHERE id = $1
