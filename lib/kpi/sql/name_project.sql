-- Projects by their ids, and what of them figures can be cut by.
-- column: id int
-- column: code text
-- column: name text
-- column: kind text
-- column: department text
SELECT id, code, name, kind, department FROM project ORDER BY id
