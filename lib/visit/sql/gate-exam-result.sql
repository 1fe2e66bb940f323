-- The result of an examination.
-- param: store_id int
-- param: code text
-- column: result text
SELECT result FROM exam WHERE store_id = $1 AND code = $2
