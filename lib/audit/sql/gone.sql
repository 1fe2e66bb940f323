-- What is open of any rule, rule by rule: for those that no pack has any more.
-- column: store_id int
-- column: id int
-- column: rule text
-- column: severity text
-- column: subject text
-- column: detail text
-- column: day int
-- column: found_at int
-- column: store text
SELECT f.store_id, f.id, f.rule, f.severity, f.subject, f.detail, f.day, f.found_at, s.code AS store
FROM audit_finding AS f JOIN store AS s ON s.id = f.store_id
WHERE f.fixed_at IS NULL ORDER BY f.rule, f.store_id, f.id
