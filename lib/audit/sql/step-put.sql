-- A step of a corrective action.
-- param: store_id int
-- param: id int
-- param: action_id int
-- param: kind text
-- param: at int
-- param: login text
-- param: staff_id int
-- param: due_on int
-- param: says text
INSERT INTO audit_step (store_id, id, action_id, kind, at, by_login, staff_id, due_on, says)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
