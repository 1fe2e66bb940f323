-- A message by its code, to put it back.
-- param: store_id int
-- param: code text
-- column: id int
-- column: state text
-- column: until_at moment
SELECT id, state, until_at FROM message WHERE store_id = $1 AND code = $2
