-- The code of a project.
-- param: id int
-- column: code text
SELECT code FROM project WHERE id = $1
