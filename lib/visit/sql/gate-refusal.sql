-- A client whom a doctor found unfit was not lost by the consultant: open and lost consultations of the visit about that
-- project, or about none, become medical refusals.
-- param: store_id int
-- param: visit_id int
-- param: project_id int
UPDATE consultation SET outcome = 'medical-refusal'
WHERE store_id = $1 AND visit_id = $2 AND (project_id IS NULL OR project_id = $3)
  AND (outcome = 'pending' OR outcome = 'lost')
