-- The record of a table that has a code; no row: none, or not of these tables.
-- param: name text
-- param: store_id int
-- param: code text
-- column: store_id int
-- column: id int
SELECT r.store_id AS store_id, r.id AS id FROM treatment AS r WHERE CAST($1 AS TEXT) = 'treatment' AND r.store_id = $2 AND r.code = $3
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM payment AS r WHERE CAST($1 AS TEXT) = 'payment' AND r.store_id = $2 AND r.code = $3
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM contract AS r WHERE CAST($1 AS TEXT) = 'contract' AND r.store_id = $2 AND r.code = $3
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM stock_move AS r WHERE CAST($1 AS TEXT) = 'stock_move' AND r.store_id = $2 AND r.code = $3
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM product_check AS r WHERE CAST($1 AS TEXT) = 'product_check' AND r.store_id = $2 AND r.code = $3
