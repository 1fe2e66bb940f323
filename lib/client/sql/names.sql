-- The sealed name and phone of a client, with the key to them.
-- param: id int
-- column: data_key bytes
-- column: name bytes
-- column: phone bytes
SELECT data_key, name, phone FROM client WHERE id = $1
