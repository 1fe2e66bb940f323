-- Stores by their ids, and what of them figures can be cut by.
-- column: id int
-- column: code text
-- column: name text
-- column: level text
-- column: zone text
SELECT id, code, name, level, zone FROM store ORDER BY id
