-- The records of a table from a day on, at most so many.
-- param: name text
-- param: from_day int
-- param: most int
-- column: store_id int
-- column: id int
SELECT k.store_id, k.id FROM (
SELECT r.store_id AS store_id, r.id AS id FROM treatment AS r
WHERE CAST($1 AS TEXT) = 'treatment' AND r.store_id IN (SELECT s.id FROM store AS s) AND r.day >= CAST($2 AS BIGINT)
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM payment AS r
WHERE CAST($1 AS TEXT) = 'payment' AND r.store_id IN (SELECT s.id FROM store AS s) AND r.day >= CAST($2 AS BIGINT)
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM contract AS r
WHERE CAST($1 AS TEXT) = 'contract' AND r.store_id IN (SELECT s.id FROM store AS s) AND r.day >= CAST($2 AS BIGINT)
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM stock_move AS r
WHERE CAST($1 AS TEXT) = 'stock_move' AND r.store_id IN (SELECT s.id FROM store AS s) AND r.day >= CAST($2 AS BIGINT)
UNION ALL
SELECT r.store_id AS store_id, r.id AS id FROM product_check AS r
WHERE CAST($1 AS TEXT) = 'product_check' AND r.store_id IN (SELECT s.id FROM store AS s) AND r.day >= CAST($2 AS BIGINT)
) AS k LIMIT CAST($3 AS BIGINT)
