-- Treatments of a visit that are not ended.
-- param: store_id int
-- param: visit_id int
-- column: code text
-- column: status text
SELECT code, status FROM treatment
WHERE store_id = $1 AND visit_id = $2 AND (status = 'preparation' OR status = 'in-progress')
ORDER BY code
