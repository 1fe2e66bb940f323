-- The day of a row of a dated table; no row: it is none, or the table has no days.
-- param: name text
-- param: store_id int
-- param: id int
-- column: day int
SELECT r.day AS day FROM treatment AS r WHERE CAST($1 AS TEXT) = 'treatment' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM visit AS r WHERE CAST($1 AS TEXT) = 'visit' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM assessment AS r WHERE CAST($1 AS TEXT) = 'assessment' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM exam AS r WHERE CAST($1 AS TEXT) = 'exam' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM signature AS r WHERE CAST($1 AS TEXT) = 'signature' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM product_check AS r WHERE CAST($1 AS TEXT) = 'product_check' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM notice AS r WHERE CAST($1 AS TEXT) = 'notice' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM contract AS r WHERE CAST($1 AS TEXT) = 'contract' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM payment AS r WHERE CAST($1 AS TEXT) = 'payment' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM consultation AS r WHERE CAST($1 AS TEXT) = 'consultation' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM care AS r WHERE CAST($1 AS TEXT) = 'care' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM evaluation AS r WHERE CAST($1 AS TEXT) = 'evaluation' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM stock_move AS r WHERE CAST($1 AS TEXT) = 'stock_move' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM sop_done AS r WHERE CAST($1 AS TEXT) = 'sop_done' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM plan AS r WHERE CAST($1 AS TEXT) = 'plan' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.taken_on AS day FROM album AS r WHERE CAST($1 AS TEXT) = 'album' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT r.day AS day FROM touch AS r WHERE CAST($1 AS TEXT) = 'touch' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT t.day FROM treatment_item AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE CAST($1 AS TEXT) = 'treatment_item' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT t.day FROM gate_override AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE CAST($1 AS TEXT) = 'gate_override' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT t.day FROM treatment_hand AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE CAST($1 AS TEXT) = 'treatment_hand' AND r.store_id = $2 AND r.id = $3
UNION ALL
SELECT t.day FROM contract_line AS r JOIN contract AS t ON t.store_id = r.store_id AND t.id = r.contract_id
WHERE CAST($1 AS TEXT) = 'contract_line' AND r.store_id = $2 AND r.id = $3
