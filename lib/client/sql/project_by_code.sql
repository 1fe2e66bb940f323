-- A project.
-- param: code text
-- column: id int
SELECT id FROM project WHERE code = $1
