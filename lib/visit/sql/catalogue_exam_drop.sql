-- A project does not need an examination any more.
-- param: project text
-- param: kind text
DELETE FROM project_exam
WHERE project_id = (SELECT id FROM project WHERE code = $1) AND kind = $2
