-- The findings of a rule with a subject, in a store or in any; open ones first.
-- param: rule text
-- param: subject text
-- param: store_id int
-- column: store_id int
-- column: id int
-- column: store text
-- column: fixed int
SELECT f.store_id, f.id, s.code AS store, CASE WHEN f.fixed_at IS NULL THEN 0 ELSE 1 END AS fixed
FROM audit_finding AS f JOIN store AS s ON s.id = f.store_id
WHERE f.rule = $1 AND f.subject = $2 AND (CAST($3 AS BIGINT) < 0 OR f.store_id = $3)
ORDER BY fixed, f.store_id
