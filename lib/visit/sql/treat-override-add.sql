-- Gates that were passed over in an emergency.
-- param: store_id int
-- param: id int
-- param: treatment_id int
-- param: at moment
-- param: gates text
-- param: reason text
-- param: asked_by text
-- param: approved_by text
INSERT INTO gate_override (store_id, id, treatment_id, at, gates, reason, asked_by, approved_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
