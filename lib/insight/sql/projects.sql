-- All projects, in the order of their ids.
-- column: id int
-- column: code text
SELECT id, code FROM project ORDER BY id
