-- A treatment as a case for the gates.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: project_id int
-- column: visit_id int
-- column: started_at moment
-- column: day day
-- column: operator_id int
-- column: nurse_id int
-- column: device text
SELECT t.id, t.client_id, t.project_id, t.visit_id, t.started_at, t.day,
       COALESCE((SELECT MIN(h.staff_id) FROM treatment_hand AS h
                 WHERE h.store_id = t.store_id AND h.treatment_id = t.id AND h.part = 'operator'),
                t.doctor_id, t.nurse_id) AS operator_id,
       t.nurse_id, t.device
FROM treatment AS t WHERE t.store_id = $1 AND t.code = $2
