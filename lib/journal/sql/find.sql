-- An entry of a store by its code, what voided it and what closed it.
-- param: store_id int
-- param: code text
-- column: id int
-- column: kind text
-- column: at moment
-- column: voided_by text
-- column: closed_by text
SELECT j.id, j.kind, j.at, v.code AS voided_by, j.closed_by
FROM journal AS j
LEFT JOIN journal AS v ON v.store_id = j.store_id AND v.voids_id = j.id
WHERE j.store_id = $1 AND j.code = $2
