-- A project in a plan.
-- param: store_id int
-- param: id int
-- param: plan_id int
-- param: line int
-- param: project_id int
-- param: quantity int
-- param: amount_fen fen
INSERT INTO plan_line (store_id, id, plan_id, line, project_id, quantity, amount_fen)
VALUES ($1, $2, $3, $4, $5, $6, $7)
