-- A contract is drafted.
-- param: store_id int
-- param: id int
-- param: code text
-- param: client_id int
-- param: visit_id int
-- param: plan_id int
-- param: consultant_id int
-- param: at moment
-- param: day day
-- param: drafted_by text
-- param: list_fen fen
-- param: amount_fen fen
-- param: note text
INSERT INTO contract (store_id, id, code, client_id, visit_id, plan_id, consultant_id, at, day, state, drafted_by,
                      list_fen, amount_fen, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $12, $13)
ON CONFLICT DO NOTHING
