-- Consultations of a store on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: consultant int
-- column: doctor int
-- column: project int
-- column: outcome text
-- column: refused bool
SELECT k.day AS day, k.client_id AS client_id, k.consultant_id AS consultant, k.doctor_id AS doctor, k.project_id AS project,
       k.outcome AS outcome, CASE WHEN k.outcome = 'medical-refusal' THEN 1 ELSE 0 END AS refused
FROM consultation AS k
WHERE k.store_id = $1 AND k.day >= $2 AND k.day < $3 AND k.outcome <> 'entered-in-error'
