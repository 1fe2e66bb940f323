-- A finding that the run before did not have: new, or back again.
-- param: store_id int
-- param: id int
-- param: rule text
-- param: severity text
-- param: subject text
-- param: detail text
-- param: day int
-- param: now int
-- param: run int
INSERT INTO audit_finding (store_id, id, rule, severity, subject, detail, day, found_at, found_run)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (store_id, rule, subject) DO UPDATE
SET severity = $4, detail = $6, day = $7, found_at = $8, found_run = $9, fixed_at = NULL, fixed_run = NULL,
    times = audit_finding.times + 1
