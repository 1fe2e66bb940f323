-- A run.
-- param: id int
-- param: at int
-- param: day int
-- param: whole int
-- param: rules int
-- param: asked int
-- param: faults int
-- param: errors int
-- param: warnings int
-- param: waived int
-- param: fresh int
-- param: fixed int
-- param: login text
INSERT INTO audit_run (id, at, day, whole, rules, asked, faults, errors, warnings, waived, fresh, fixed, by_login)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
