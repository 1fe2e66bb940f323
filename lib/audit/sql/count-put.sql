-- A rule's findings in a run.
-- param: id int
-- param: run int
-- param: rule text
-- param: open int
-- param: fresh int
-- param: fixed int
INSERT INTO audit_count (id, run_id, rule, open, fresh, fixed) VALUES ($1, $2, $3, $4, $5, $6)
