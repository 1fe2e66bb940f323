-- A lot that begins in a store with what came from another one: the same number, dates and supplier.
-- param: from_store_id int
-- param: from_id int
-- param: store_id int
-- param: id int
-- param: received_on day
-- param: quantity int
-- param: cost_fen fen
INSERT INTO lot (store_id, id, item_id, code, supplier_id, made_on, expires_on, received_on, quantity, cost_fen)
SELECT CAST($3 AS BIGINT), CAST($4 AS BIGINT), item_id, code, supplier_id, made_on, expires_on, CAST($5 AS BIGINT),
       CAST($6 AS BIGINT), CAST($7 AS BIGINT)
FROM lot WHERE store_id = $1 AND id = $2
