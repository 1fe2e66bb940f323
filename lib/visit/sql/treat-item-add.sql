-- A line of what a treatment used.
-- param: store_id int
-- param: id int
-- param: treatment_id int
-- param: item_id int
-- param: lot_id int
-- param: quantity int
-- param: unit text
-- param: cost_fen fen
-- param: move text
INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, unit, cost_fen, move)
SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), COALESCE(MAX(u.line), 0) + 1, CAST($4 AS BIGINT),
       CAST($5 AS BIGINT), CAST($6 AS BIGINT), CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS TEXT)
FROM treatment_item AS u WHERE u.store_id = CAST($1 AS BIGINT) AND u.treatment_id = CAST($3 AS BIGINT)
