-- A corrective action.
-- param: store_id int
-- param: id int
-- param: code text
-- param: finding_id int
-- param: what text
-- param: owner_id int
-- param: due_on int
-- param: at int
INSERT INTO audit_action (store_id, id, code, finding_id, what, owner_id, due_on, state, opened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)
