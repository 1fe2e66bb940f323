-- The findings of a rule that are open.
-- param: rule text
-- column: store_id int
-- column: id int
-- column: subject text
-- column: detail text
-- column: day int
-- column: found_at int
SELECT f.store_id, f.id, f.subject, f.detail, f.day, f.found_at FROM audit_finding AS f
WHERE f.rule = $1 AND f.fixed_at IS NULL
