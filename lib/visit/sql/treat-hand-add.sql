-- Somebody who took part in a treatment.
-- param: store_id int
-- param: id int
-- param: treatment_id int
-- param: staff_id int
-- param: part text
-- param: share int
INSERT INTO treatment_hand (store_id, id, treatment_id, staff_id, part, share)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (store_id, treatment_id, staff_id, part) DO NOTHING
