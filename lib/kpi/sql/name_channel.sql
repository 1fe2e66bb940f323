-- Channels by their ids, and what of them figures can be cut by.
-- column: id int
-- column: code text
-- column: name text
-- column: category text
SELECT id, code, name, category FROM channel ORDER BY id
