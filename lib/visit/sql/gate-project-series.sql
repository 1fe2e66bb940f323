-- The series of consent forms of a project.
-- param: project_id int
-- column: code text
-- column: consent text
SELECT code, consent FROM project WHERE id = $1
