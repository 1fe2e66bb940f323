-- A treatment.
-- param: store_id int
-- param: id int
-- param: code text
-- param: client_id int
-- param: visit_id int
-- param: project_id int
-- param: doctor_id int
-- param: nurse_id int
-- param: room text
-- param: device text
-- param: started_at moment
-- param: ended_at moment
-- param: day day
-- param: status text
-- param: quantity int
-- param: recognised_fen fen
-- param: prepaid text
-- param: order_code text
-- param: note text
INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, nurse_id, room, device,
                       started_at, ended_at, day, status, quantity, recognised_fen, prepaid, order_code, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (store_id, code) DO NOTHING
