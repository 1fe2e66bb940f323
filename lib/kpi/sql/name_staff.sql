-- People by their ids, and what of them figures can be cut by.
-- column: id int
-- column: code text
-- column: name text
-- column: role text
-- column: title text
SELECT id, code, name, role, title FROM staff ORDER BY id
