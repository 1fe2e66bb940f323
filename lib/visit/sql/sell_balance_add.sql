-- A balance of treatments that were paid for.
-- param: store_id int
-- param: id int
-- param: code text
-- param: client_id int
-- param: order_code text
-- param: package_id int
-- param: project_id int
-- param: bought int
-- param: paid_fen fen
-- param: sold_on day
-- param: expires_on day
INSERT INTO prepaid (store_id, id, code, client_id, order_code, package_id, project_id, bought, used, returned, paid_fen,
                     recognised_fen, returned_fen, sold_on, expires_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, 0, 0, $10, $11)
