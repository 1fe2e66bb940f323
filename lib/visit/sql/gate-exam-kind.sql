-- Whether a project asks for a kind of examination.
-- param: kind text
-- column: project_id int
SELECT project_id FROM project_exam WHERE kind = $1 LIMIT 1
