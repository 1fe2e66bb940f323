-- The stores and the chain, with their zones.
-- column: id int
-- column: code text
-- column: name text
-- column: zone text
SELECT id, code, name, zone FROM store ORDER BY code
